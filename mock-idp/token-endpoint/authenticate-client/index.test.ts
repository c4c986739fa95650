import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantDescription } from '../../directory/description.ts'
import { seedIds, seedSecrets } from '../../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  graphScope,
  jwtBearer,
  mockOfContoso,
  openMock,
  type Parameters,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()
const without: Parameters = { ...t1Request, client_secret: undefined }
const assertion = (jwt: string, change: Parameters = {}) => ({
  ...without,
  client_assertion: jwt,
  client_assertion_type: jwtBearer,
  ...change,
})
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unsigned = (claims: unknown, header: unknown = { alg: 'RS256' }) =>
  `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`
const claims = { iss: seedIds.concierge, aud: 'https://localhost', exp: 1_900_000_000 }

const refusals: readonly [string, Parameters, string, number, string][] = [
  ['no credential', without, 'CRED-PRESENT', 7000216, 'invalid_client'],
  [
    'an empty secret',
    { ...t1Request, client_secret: '' },
    'CRED-PRESENT',
    7000216,
    'invalid_client',
  ],
  [
    'a secret and an assertion',
    { ...assertion('x'), client_secret: seedSecrets.concierge },
    'CRED-SINGLE',
    9002324,
    'invalid_request',
  ],
  [
    'the secret of another client',
    { ...t1Request, client_secret: seedSecrets.courier },
    'CRED-SECRET',
    7000215,
    'invalid_client',
  ],
  [
    'a secret in other letter case',
    { ...t1Request, client_secret: seedSecrets.concierge.toUpperCase() },
    'CRED-SECRET',
    7000215,
    'invalid_client',
  ],
  [
    'a secret of an agent identity',
    { ...t1Request, client_id: seedIds.booking, fmi_path: undefined, scope: graphScope },
    'CRED-AGENT-SECRET',
    7000215,
    'invalid_client',
  ],
  [
    'an assertion without a type',
    assertion('x', { client_assertion_type: undefined }),
    'ASSERT-TYPE-PRESENT',
    900144,
    'invalid_request',
  ],
  [
    'an assertion of another type',
    assertion('x', {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    }),
    'ASSERT-TYPE',
    900144,
    'invalid_request',
  ],
  [
    'a tenant id as an assertion',
    assertion(seedIds.contoso),
    'ASSERT-JWT',
    50027,
    'invalid_request',
  ],
  ['three dots', assertion('...'), 'ASSERT-JWT', 50027, 'invalid_request'],
  [
    'a payload that is no object',
    assertion(unsigned('text')),
    'ASSERT-JWT',
    50027,
    'invalid_request',
  ],
  [
    'an assertion without an issuer',
    assertion(unsigned({ ...claims, iss: undefined })),
    'ASSERT-CLAIMS',
    90014,
    'invalid_request',
  ],
  [
    'an assertion without an audience',
    assertion(unsigned({ ...claims, aud: [] })),
    'ASSERT-CLAIMS',
    90014,
    'invalid_request',
  ],
  [
    'an unsigned assertion',
    assertion(unsigned(claims, { alg: 'none' })),
    'ASSERT-ALG',
    5002738,
    'invalid_client',
  ],
  [
    'an assertion signed with a shared secret',
    assertion(unsigned(claims, { alg: 'HS256' })),
    'ASSERT-ALG',
    5002738,
    'invalid_client',
  ],
  [
    'an assertion without an expiry',
    assertion(unsigned({ ...claims, exp: undefined })),
    'ASSERT-EXP',
    700024,
    'invalid_client',
  ],
  [
    'an assertion that never expires',
    assertion(
      `${encode({ alg: 'RS256' })}.${Buffer.from('{"iss":"a","aud":"b","exp":1e999}').toString('base64url')}.AAAA`,
    ),
    'ASSERT-VALUES',
    50027,
    'invalid_request',
  ],
  [
    'an assertion whose expiry is no number',
    assertion(unsigned({ ...claims, exp: 'soon' })),
    'ASSERT-VALUES',
    50027,
    'invalid_request',
  ],
  [
    'a federated token without a signature',
    assertion(unsigned({ ...claims, iss: 'https://idp.example' }, { alg: 'none' })),
    'ASSERT-FEDERATED-ALG',
    5002738,
    'invalid_request',
  ],
]

for (const [what, request, rule, number, error] of refusals) {
  test(`${what} is refused under ${rule}`, async () => {
    const answer = await askToken(idp, request)
    assert.equal(answer.rule, rule)
    assert.equal(answer.body.error, error)
    assert.deepEqual(answer.body.error_codes, [number])
    assert.equal(answer.status, error === 'invalid_client' ? 401 : 400)
  })
}

const withSecrets = (secrets: NonNullable<TenantDescription['blueprints']>[number]['secrets']) =>
  mockOfContoso((tenant) => ({
    ...tenant,
    blueprints: (tenant.blueprints ?? []).map((one) => ({ ...one, secrets: secrets ?? [] })),
  }))

test('a secret is accepted from its start until its end', async () => {
  const value = seedSecrets.concierge
  const ruleFor = async (startDateTime: string, endDateTime: string) =>
    (await askToken(await withSecrets([{ value, startDateTime, endDateTime }]), t1Request)).rule
  assert.equal(await ruleFor('2026-11-23T12:00:00Z', '2026-11-23T12:00:00.001Z'), null)
  assert.equal(
    await ruleFor('2026-11-23T12:00:00.001Z', '2027-01-01T00:00:00Z'),
    'CRED-SECRET-START',
  )
  assert.equal(await ruleFor('2026-01-01T00:00:00Z', '2026-11-23T12:00:00Z'), 'CRED-SECRET-END')
})

test('of two secrets with the same value the one that holds counts', async () => {
  const value = seedSecrets.concierge
  const mock = await withSecrets([{ value, endDateTime: '2026-01-01T00:00:00Z' }, { value }])
  assert.equal((await askToken(mock, t1Request)).status, 200)
  const early = await withSecrets([{ value, startDateTime: '2027-01-01T00:00:00Z' }, { value }])
  assert.equal((await askToken(early, t1Request)).status, 200)
})

test('a token says whether its client used a secret or an assertion', async () => {
  assert.equal(claimsOf(tokenOf(await askToken(idp, t1Request))).azpacr, '1')
})
