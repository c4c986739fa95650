import assert from 'node:assert/strict'
import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { exportJWK, SignJWT } from 'jose'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { discoveryTenantRules } from '../rules/discovery.ts'
import { appServiceRules, imdsRules } from '../rules/managed-identity.ts'
import { managedIdentityStages, tokenRequestStages } from '../rules/order-of-enforcement.ts'
import { type CredentialKind, type GrantType, rulesOf } from '../rules/stage.ts'
import {
  askToken,
  control,
  jwtBearer,
  mockOfContoso,
  nowMs,
  origin,
  type Parameters,
  redemption,
  storedSigningKey,
  t1Request,
  tokenOf,
  userFicRequest,
} from '../testing/mock-world.ts'

const { privateKeyPem, certificatePem: pem } = await storedSigningKey()
const key = createPrivateKey(privateKeyPem)
const jwks = { keys: [{ ...(await exportJWK(createPublicKey(key))), kid: 'external', use: 'sig' }] }
const thumbprint = createHash('sha1').update(new X509Certificate(pem).raw).digest('base64url')
const workload = { iss: 'https://idp.example/', sub: 'workload', aud: 'api://AzureADTokenExchange' }

const idp = await mockOfContoso((tenant) => ({
  ...tenant,
  checksResourceParameterAlways: true,
  issuers: [{ issuer: workload.iss, jwks }],
  blueprints: (tenant.blueprints ?? []).map((one) =>
    one.appId === seedIds.concierge
      ? {
          ...one,
          certificates: [{ pem }],
          federatedCredentials: [{ name: 'f', issuer: workload.iss, subject: workload.sub }],
        }
      : one,
  ),
}))

/** The rules that the last request looked at, by the journal; the request must have succeeded. */
async function lookedAt(): Promise<readonly string[]> {
  const { body } = await control(idp, 'GET', `/requests?tenant=${seedIds.contoso}`)
  const entry = (body.requests as readonly JournalEntry[]).at(-1)
  assert.equal(entry?.httpStatus, 200)
  return entry.rulesLookedAt
}

const idsOf = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id)

function sign(claims: object, kid: string) {
  const times = { nbf: nowMs / 1000, exp: nowMs / 1000 + 600 }
  return new SignJWT({ ...claims, ...times }).setProtectedHeader({ alg: 'RS256', kid }).sign(key)
}

const asserted = (jwt: string): Parameters => ({
  ...t1Request,
  client_secret: undefined,
  client_assertion: jwt,
  client_assertion_type: jwtBearer,
})

const stagesOf = (credential: CredentialKind, grant: GrantType) =>
  tokenRequestStages.filter(
    ({ credentials, grants }) =>
      (credentials?.includes(credential) ?? true) && (grants?.includes(grant) ?? true),
  )

const client = { iss: seedIds.concierge, sub: seedIds.concierge }
const tokenEndpoint = `https://login.microsoftonline.com/${seedIds.contoso}/oauth2/v2.0/token`
const requests: Readonly<Record<CredentialKind, () => Promise<Parameters>>> = {
  secret: async () => t1Request,
  certificate: async () => asserted(await sign({ ...client, aud: tokenEndpoint }, thumbprint)),
  federatedCredential: async () => asserted(await sign(workload, 'external')),
  t1: async () => redemption(tokenOf(await askToken(idp, t1Request))),
}

for (const [credential, request] of Object.entries(requests) as [
  CredentialKind,
  () => Promise<Parameters>,
][]) {
  const stages = stagesOf(credential, 'client_credentials')
  test(`a token request with ${credential} meets exactly the listed rules, in their order`, async () => {
    await askToken(idp, await request())
    assert.deepEqual(await lookedAt(), idsOf(rulesOf(stages)))
  })
}

test('a request for an agent user meets exactly the listed rules, in their order', async () => {
  await askToken(idp, await userFicRequest(idp))
  assert.deepEqual([...new Set(await lookedAt())], idsOf(rulesOf(stagesOf('t1', 'user_fic'))))
})

const oboGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** A token on behalf of Bea, with a refresh token. */
async function onBehalfOfBea() {
  const { body } = await control(idp, 'POST', `/tokens?tenant=${seedIds.contoso}`, {
    kind: 'user',
    user: seedIds.bea,
    client: seedIds.intranet,
    audience: seedIds.concierge,
  })
  const t1 = tokenOf(await askToken(idp, t1Request))
  return askToken(
    idp,
    redemption(t1, {
      grant_type: oboGrant,
      requested_token_use: 'on_behalf_of',
      assertion: String(body.token),
      scope: 'https://graph.microsoft.com/.default offline_access',
    }),
  )
}

test('a request on behalf of a user meets exactly the listed rules, in their order', async () => {
  await onBehalfOfBea()
  assert.deepEqual(await lookedAt(), idsOf(rulesOf(stagesOf('t1', oboGrant))))
})

test('a request by refresh token meets exactly the listed rules, in their order', async () => {
  const { body } = await onBehalfOfBea()
  const t1 = tokenOf(await askToken(idp, t1Request))
  const more = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }
  await askToken(idp, redemption(t1, more))
  assert.deepEqual(await lookedAt(), idsOf(rulesOf(stagesOf('t1', 'refresh_token'))))
})

test('every stage of a token request is met with some credential', () => {
  const met = tokenRequestStages.flatMap(({ credentials = [] }) => credentials)
  assert.deepEqual([...new Set(met)].sort(), Object.keys(requests).sort())
})

const [, , resource] = managedIdentityStages
for (const [path, headers, own] of [
  ['/metadata/identity/oauth2/token', { metadata: 'true' }, imdsRules],
  ['/msi/token', { 'x-identity-header': seedSecrets.identityHeader }, appServiceRules],
] as const) {
  test(`${path} meets exactly the listed rules, in their order`, async () => {
    const url = `${origin}${path}?api-version=2018-02-01&resource=${workload.aud}`
    await idp.fetch(new Request(url, { headers }))
    assert.deepEqual(await lookedAt(), idsOf([...own, ...(resource?.rules ?? [])]))
  })
}

for (const path of ['v2.0/.well-known/openid-configuration', 'discovery/v2.0/keys']) {
  test(`${path} meets exactly the listed rules, in their order`, async () => {
    await idp.fetch(new Request(`${origin}/${seedIds.contoso}/${path}`))
    assert.deepEqual(await lookedAt(), idsOf(discoveryTenantRules))
  })
}
