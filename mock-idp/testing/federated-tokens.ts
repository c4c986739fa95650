import { createPrivateKey, createPublicKey } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import type { MockIdpOptions } from '../create-mock-idp.ts'
import { seedIds } from '../directory/seed-ids.ts'
import {
  answerOf,
  jwtBearer,
  type Mock,
  mockOfContoso,
  nowMs,
  type Parameters,
  storedSigningKey,
  t1Request,
} from './mock-world.ts'

export const key = createPrivateKey((await storedSigningKey()).privateKeyPem)
export const jwks = {
  keys: [{ ...(await exportJWK(createPublicKey(key))), kid: 'external', use: 'sig' }],
}
export const nowSeconds = nowMs / 1000

export async function managedIdentityToken(mock: Mock, resource = 'api://AzureADTokenExchange') {
  const url = `https://localhost/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}`
  const request = new Request(url, { headers: { metadata: 'true' } })
  return String((await answerOf(await mock.fetch(request))).body.access_token)
}

export const asserted = (jwt: string, change: Parameters = {}) => ({
  ...t1Request,
  client_secret: undefined,
  client_assertion: jwt,
  client_assertion_type: jwtBearer,
  ...change,
})

export const good = {
  iss: 'https://idp.example/',
  sub: 'workload',
  aud: 'api://AzureADTokenExchange',
  nbf: nowSeconds,
  exp: nowSeconds + 600,
}
export const external = (change: object = {}, kid = 'external') =>
  new SignJWT({ ...good, ...change }).setProtectedHeader({ alg: 'RS256', kid }).sign(key)

export const mockOfIssuer = (
  issuer: object = { issuer: good.iss, jwks },
  credential: object = {},
  options: MockIdpOptions = {},
) =>
  mockOfContoso(
    (tenant) => ({
      ...tenant,
      issuers: [{ issuer: good.iss, ...issuer }],
      blueprints: (tenant.blueprints ?? []).map((one) => ({
        ...one,
        federatedCredentials:
          one.appId === seedIds.concierge
            ? [{ name: 'f', issuer: good.iss, subject: good.sub, ...credential }]
            : [],
      })),
    }),
    options,
  )
