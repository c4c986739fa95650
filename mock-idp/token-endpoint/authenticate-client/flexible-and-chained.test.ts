import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../directory/seed-ids.ts'
import {
  asserted,
  external,
  good,
  jwks,
  managedIdentityToken,
  mockOfIssuer,
} from '../../testing/federated-tokens.ts'
import {
  askToken,
  claimsOf,
  mockOfContoso,
  openMock,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'

const idp = await openMock()

test('a blueprint that names itself gets T1, with which it does not prove itself', async () => {
  for (const fmi_path of [seedIds.concierge, seedIds.booking]) {
    const t1 = tokenOf(await askToken(idp, { ...t1Request, fmi_path }))
    assert.match(String(claimsOf(t1).sub), new RegExp(`/${fmi_path}$`))
    const answer = await askToken(idp, asserted(t1))
    assert.equal(answer.rule, 'FIC-T1')
    assert.deepEqual(answer.body.error_codes, [7002111])
  }
})

const flexible = (value: string) => {
  const claimsMatchingExpression = { value, languageVersion: 1 as const }
  return mockOfIssuer(undefined, { subject: undefined, claimsMatchingExpression })
}

test('an expression takes the place of the subject', async () => {
  const mock = await flexible("claims['sub'] matches 'work*' and claims['ref'] eq 'main'")
  assert.equal((await askToken(mock, asserted(await external({ ref: 'main' })))).status, 200)
  for (const claims of [{ ref: 'dev' }, {}, { ref: 'main', sub: 'other' }, { ref: ['main'] }]) {
    const answer = await askToken(mock, asserted(await external(claims)))
    assert.equal(answer.rule, 'FIC-EXPRESSION')
    assert.deepEqual(answer.body.error_codes, [7002131])
    assert.equal(answer.status, 401)
  }
})

const withOwnTrust = () =>
  mockOfContoso((tenant) => ({
    ...tenant,
    issuers: [{ issuer: good.iss, jwks }],
    managedIdentities: (tenant.managedIdentities ?? []).map((one) => ({
      ...one,
      federatedCredentials: [{ name: 'f', issuer: good.iss, subject: good.sub }],
    })),
  }))
const { managedIdentity } = seedIds
const asIdentity = { client_id: managedIdentity, fmi_path: undefined }

test('a managed identity that trusts another issuer is a client of its own, as on AKS', async () => {
  const mock = await withOwnTrust()
  const scope = `api://${seedIds.ledgerApi}/.default`
  const request = asserted(await external(), { ...asIdentity, scope })
  const { appid, azp, azpacr, appidacr } = claimsOf(tokenOf(await askToken(mock, request)))
  assert.equal(appid ?? azp, managedIdentity)
  assert.equal(azpacr ?? appidacr, '2')
  const bySecret = await askToken(mock, { ...t1Request, ...asIdentity, scope })
  assert.equal(bySecret.rule, 'CRED-SECRET')
})

test('what it gets in this way proves no blueprint, unlike what its machine gives it', async () => {
  const mock = await withOwnTrust()
  const derived = tokenOf(await askToken(mock, asserted(await external(), asIdentity)))
  const answer = await askToken(mock, asserted(derived))
  assert.equal(answer.rule, 'FIC-CHAIN')
  assert.deepEqual(answer.body.error_codes, [700231])
  const given = await managedIdentityToken(mock)
  assert.equal((await askToken(mock, asserted(given))).status, 200)
})
