import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import { findRule, isRelaxable } from '../rules/index.ts'
import {
  askToken,
  exchangeScope,
  graphScope,
  mockOfContoso,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const orders = `api://${seedIds.ordersApi}/.default`
const graph: Parameters = { ...t1Request, scope: graphScope, fmi_path: undefined }
const t1 = tokenOf(await askToken(await openMock(), t1Request))
const basicOf = (client: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`,
})

/** Requests that break one rule alone, so that they pass where it is waived. */
const broken: readonly [string, Parameters, Record<string, string>?][] = [
  ['REQ-GRANT', { ...t1Request, grant_type: 'magic' }],
  ['REQ-CONTENT-TYPE', t1Request, { 'content-type': 'text/plain' }],
  ['CRED-SECRET', { ...t1Request, client_secret: 'wrong' }],
  ['CRED-BASIC-CLIENT', t1Request, basicOf(seedIds.courier, '')],
  ['CRED-SINGLE', t1Request, basicOf(seedIds.concierge, seedSecrets.concierge)],
  ['CRED-AGENT-SECRET', { ...graph, client_id: seedIds.booking }],
  ['ASSERT-TYPE-PRESENT', redemption(t1, { client_assertion_type: undefined })],
  ['ASSERT-TYPE', redemption(t1, { client_assertion_type: 'saml2-bearer' })],
  ['SCOPE-SINGLE', { ...t1Request, scope: `${exchangeScope} ${orders}` }],
  ['RESOURCE-BLUEPRINT', { ...graph, scope: orders }],
  ['FMI-EMPTY', { ...t1Request, fmi_path: '' }],
  ['FMI-PRESENT', { ...t1Request, fmi_path: undefined }],
  ['FMI-KNOWN', { ...t1Request, fmi_path: seedIds.outpost }],
  ['FMI-OWN-AGENT', { ...t1Request, fmi_path: seedIds.parcel }],
  ['FMI-BLUEPRINT', redemption(t1, { fmi_path: seedIds.booking })],
  ['T1-AGENT', redemption(t1, { client_id: seedIds.billing })],
  ['T1-SIGNATURE', redemption(`${t1.slice(0, t1.lastIndexOf('.'))}.AAAA`)],
]

for (const [rule, request, headers = {}] of broken) {
  test(`a request that breaks ${rule} passes where the rule is waived, and only there`, async () => {
    if (rule !== 'SCOPE-SINGLE') {
      const strict = await askToken(await openMock(), request, { headers })
      assert.equal(strict.rule, rule)
    }
    const waivedRules = rule === 'SCOPE-SINGLE' ? [rule, 'SCOPE-DEFAULT'] : [rule]
    const lenient = await askToken(await openMock({ waivedRules }), request, { headers })
    assert.equal(lenient.status, 200)
  })
}

test('a rule is relaxed for a tenant only if it is inferred', async () => {
  for (const [rule, request, headers = {}] of broken) {
    const relaxing = mockOfContoso((tenant) => ({ ...tenant, relaxedRules: [rule] }))
    const found = findRule(rule)
    assert.ok(found)
    if (isRelaxable(found)) {
      assert.equal((await askToken(await relaxing, request, { headers })).status, 200, rule)
    } else {
      await assert.rejects(relaxing, { name: 'DirectoryProblem' }, rule)
    }
  }
})
