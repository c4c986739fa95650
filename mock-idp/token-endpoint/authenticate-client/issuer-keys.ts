import type { JSONWebKeySet } from 'jose'
import type { World } from '../../world.ts'
import type { TenantSession } from '../session.ts'
import type { Assertion } from './assertion.ts'

/** Whether the issuer of an assertion publishes its key, and whether the signature verifies with it. */
export type SignatureFacts = {
  readonly keyId: string
  readonly issuer: string
  readonly keyFound: boolean
  readonly signatureValid: boolean
}

export async function checkSignature(
  assertion: Assertion,
  session: TenantSession,
  world: World,
): Promise<SignatureFacts> {
  const tenantId = world.issuerNames.tenantOf(assertion.issuer)
  const { keyFound, signatureValid } =
    tenantId === undefined
      ? await verifyWithExternalKeys(assertion, await externalKeys(assertion, session, world))
      : await verifyWithOwnKey(assertion, tenantId, world)
  const { keyId = '', issuer } = assertion
  return { keyId, issuer, keyFound, signatureValid }
}

type Verification = Pick<SignatureFacts, 'keyFound' | 'signatureValid'>

async function verifyWithOwnKey(
  { jwt, keyId, algorithm }: Assertion,
  tenantId: string,
  { directory, facilitiesOf }: World,
): Promise<Verification> {
  const tenant = directory.findTenant(tenantId)
  const key = tenant && keyId !== undefined && facilitiesOf(tenant.id).keys.find(keyId)
  if (!key) return { keyFound: false, signatureValid: false }
  const dot = jwt.lastIndexOf('.')
  const signatureValid =
    algorithm === 'RS256' && (await key.verify(jwt.slice(0, dot), jwt.slice(dot + 1)))
  return { keyFound: true, signatureValid }
}

async function externalKeys({ issuer }: Assertion, { tenant }: TenantSession, world: World) {
  const trusted = tenant.issuers.get(issuer)
  if (!trusted) return { keys: [] }
  return (trusted.jwks as JSONWebKeySet | undefined) ?? (await world.fetchIssuerKeys(issuer))
}

async function verifyWithExternalKeys(
  { jwt }: Assertion,
  keys: JSONWebKeySet,
): Promise<Verification> {
  const { compactVerify, createLocalJWKSet, errors } = await import('jose')
  try {
    await compactVerify(jwt, createLocalJWKSet(keys))
    return { keyFound: true, signatureValid: true }
  } catch (error) {
    return { keyFound: !(error instanceof errors.JWKSNoMatchingKey), signatureValid: false }
  }
}
