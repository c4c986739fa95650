import { createPublicKey, randomUUID } from 'node:crypto'
import type { KeyPair } from '../cast/directory.ts'
import { externalIssuer, externalSubject } from '../cast/names.ts'
import { harnessKeyPair } from './key-pairs.ts'
import type { Prover } from './prover.ts'
import { type Shape, shapeAsIssued, thumbprintsOf } from './shape.ts'

const externalKeyId = 'octo-ci-1'
const exchangeAudience = 'api://AzureADTokenExchange'

/** A client assertion signed with the certificate of the client, as MSAL makes it. */
export async function certificateAssertion(prover: Prover): Promise<Shape> {
  const { directory, client, tenant, nowSeconds } = prover
  const clientId = directory.clientId(client)
  const signedWith = await directory.keyPair(client)
  return {
    header: { typ: 'JWT', alg: 'PS256', 'x5t#S256': thumbprintsOf({ signedWith }).sha256 },
    claims: {
      aud: `${directory.authorityHost}/${directory.tenantId(tenant)}/oauth2/v2.0/token`,
      iss: clientId,
      sub: clientId,
      jti: randomUUID(),
      iat: nowSeconds,
      nbf: nowSeconds,
      exp: nowSeconds + 600,
    },
    signedWith,
  }
}

/** The token of an issuer that the client trusts: on a live tenant, what its assertion file holds. */
export async function trustedToken(prover: Prover): Promise<Shape> {
  const { directory, client } = prover
  return directory.hasAssertion(client)
    ? shapeAsIssued(await directory.assertion(client))
    : federatedToken(prover)
}

/** A token of the external issuer, as it gives to a job. */
export async function federatedToken({ nowSeconds }: Pick<Prover, 'nowSeconds'>): Promise<Shape> {
  return {
    header: { typ: 'JWT', alg: 'RS256', kid: externalKeyId },
    claims: {
      aud: exchangeAudience,
      iss: externalIssuer,
      sub: externalSubject,
      jti: randomUUID(),
      iat: nowSeconds,
      nbf: nowSeconds,
      exp: nowSeconds + 600,
    },
    signedWith: await harnessKeyPair(externalIssuer),
    publishedJwk: await externalJwk(),
  }
}

/** What the external issuer publishes. */
export async function externalIssuerKeys() {
  return { keys: [await externalJwk()] }
}

async function externalJwk() {
  const keyPair = await harnessKeyPair(externalIssuer)
  return { ...publicJwk(keyPair), kid: externalKeyId, use: 'sig', alg: 'RS256' }
}

function publicJwk({ certificatePem }: KeyPair): Record<string, unknown> {
  return { ...createPublicKey(certificatePem).export({ format: 'jwk' }) }
}
