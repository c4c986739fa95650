import type { JSONWebKeySet } from 'jose'
import type { World } from '../../world.ts'
import type { TenantSession } from '../session.ts'
import type { Assertion } from './assertion.ts'

/** Whether the issuer of an assertion publishes its key, and whether the signature verifies with it. */
export type SignatureFacts = Verification & {
  readonly keyId: string
  readonly issuer: string
  /** Of an external issuer: its discovery document and its key set. */
  readonly documentsAreUsable: boolean
}

type Verification = { readonly keyFound: boolean; readonly signatureValid: boolean }

const unverified: Verification = { keyFound: false, signatureValid: false }

export async function checkSignature(
  assertion: Assertion,
  session: TenantSession,
  world: World,
): Promise<SignatureFacts> {
  const { keyId = '', issuer } = assertion
  const tenantId = world.issuerNames.tenantOf(issuer)
  if (tenantId !== undefined) {
    const verified = await verifyWithOwnKey(assertion, tenantId, world)
    return { keyId, issuer, documentsAreUsable: true, ...verified }
  }
  const keys = await externalKeys(assertion, session, world)
  const verified = keys ? await verifyWithExternalKeys(assertion, keys) : unverified
  return { keyId, issuer, documentsAreUsable: keys !== undefined, ...verified }
}

/** Of a token of either version, which only a tenant issues. */
export async function checkTokenSignature(token: Assertion, world: World): Promise<Verification> {
  const tenantId = world.issuerNames.tenantOfTokens(token.issuer)
  return tenantId === undefined ? unverified : verifyWithOwnKey(token, tenantId, world)
}

async function verifyWithOwnKey(
  { jwt, keyId, algorithm }: Assertion,
  tenantId: string,
  { directory, facilitiesOf }: World,
): Promise<Verification> {
  const tenant = directory.findTenant(tenantId)
  const key = tenant && keyId !== undefined && facilitiesOf(tenant.id).keys.find(keyId)
  if (!key) return unverified
  const dot = jwt.lastIndexOf('.')
  const signatureValid =
    algorithm === 'RS256' && (await key.verify(jwt.slice(0, dot), jwt.slice(dot + 1)))
  return { keyFound: true, signatureValid }
}

/** Those that the tenant was told, or those that the issuer publishes. Undefined: its documents cannot be used. */
async function externalKeys(
  { issuer }: Assertion,
  { tenant }: TenantSession,
  world: World,
): Promise<JSONWebKeySet | undefined> {
  const trusted = tenant.issuers.get(issuer)
  if (!trusted) return undefined
  return (trusted.jwks as JSONWebKeySet | undefined) ?? world.fetchIssuerKeys(issuer)
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
