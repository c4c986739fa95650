import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantDescription } from '../directory/description.ts'
import { graphAppId } from '../directory/resource.ts'
import { seedIds } from '../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  control,
  exchangeScope,
  type Mock,
  mockOfContoso,
  nowMs,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
  userFicRequest,
} from '../testing/mock-world.ts'

type Policy = NonNullable<TenantDescription['accessPolicies']>[number]

const policyId = 'aaaaaaaa-0000-4000-8000-000000000001'
const policy = (change: Partial<Policy>): Policy => ({
  id: policyId,
  displayName: 'Policy',
  appliesTo: 'people',
  control: 'mfa',
  ...change,
})
const withPolicy = (change: Partial<Policy>) =>
  mockOfContoso((tenant) => ({ ...tenant, accessPolicies: [policy(change)] }))

/** Tc by the control API. */
async function order(idp: Mock, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const tc = { kind: 'user', user: 'bea@contoso.example', client: seedIds.intranet }
  const asked = { ...tc, audience: seedIds.concierge, ...change }
  const { body } = await control(idp, 'POST', `/tokens?tenant=${seedIds.contoso}`, asked)
  return String(body.token)
}

async function onBehalf(idp: Mock, tc: string, change: Parameters = {}) {
  const t1 = tokenOf(await askToken(idp, t1Request))
  return askToken(
    idp,
    redemption(t1, {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: tc,
      ...change,
    }),
  )
}

async function asItself(idp: Mock, change: Parameters = {}) {
  const t1 = tokenOf(await askToken(idp, t1Request))
  return askToken(idp, redemption(t1, change))
}

const onePassword = { methods: ['pwd'] }
const challenge = `{"access_token":{"capolids":{"essential":true,"values":["${policyId}"]}}}`

test('a sign-in with a password alone does not satisfy a policy that demands several factors', async () => {
  const idp = await withPolicy({})
  const { rule, status, body } = await onBehalf(idp, await order(idp, onePassword))
  assert.deepEqual([rule, status], ['ACCESS-POLICY-MFA', 400])
  assert.deepEqual(Object.keys(body), [
    'error',
    'error_description',
    'error_codes',
    'timestamp',
    'trace_id',
    'correlation_id',
    'error_uri',
    'suberror',
    'claims',
  ])
  assert.equal(body.error, 'interaction_required')
  assert.deepEqual(body.error_codes, [50076])
  assert.equal(body.suberror, 'basic_action')
  assert.equal(body.claims, challenge)
  assert.match(String(body.error_uri), /\/error\?code=50076$/)
})

test('a sign-in that answered the challenge satisfies it, and the token says so', async () => {
  const idp = await withPolicy({})
  const tc = await order(idp, { methods: ['pwd', 'mfa'] })
  const { amr, acrs } = claimsOf(tokenOf(await onBehalf(idp, tc, { claims: challenge })))
  assert.deepEqual({ amr, acrs }, { amr: ['pwd', 'mfa'], acrs: ['p1'] })
})

test('the challenge alone does not satisfy it', async () => {
  const idp = await withPolicy({})
  const answer = await onBehalf(idp, await order(idp, onePassword), { claims: challenge })
  assert.equal(answer.rule, 'ACCESS-POLICY-MFA')
})

test('a policy that blocks a person blocks whoever acts on behalf of them', async () => {
  const idp = await withPolicy({ control: 'block', principals: [seedIds.bea] })
  const { rule, status, body } = await onBehalf(idp, await order(idp))
  assert.deepEqual([rule, status], ['ACCESS-POLICY-BLOCK', 400])
  const { error, error_codes: numbers, suberror, claims } = body
  assert.deepEqual(
    { error, numbers, suberror, claims },
    { error: 'invalid_grant', numbers: [53003], suberror: 'message_only', claims: challenge },
  )
  assert.equal((await onBehalf(idp, await order(idp, { user: seedIds.carlos }))).status, 200)
})

test('a policy for people concerns neither agents nor agent users', async () => {
  const idp = await withPolicy({ control: 'block' })
  assert.equal((await asItself(idp)).status, 200)
  assert.equal((await askToken(idp, await userFicRequest(idp))).status, 200)
})

test('a policy for agents concerns them alone, where they act as themselves, and not T1 and T2', async () => {
  const idp = await withPolicy({ appliesTo: 'agents', control: 'block' })
  assert.equal((await asItself(idp, { scope: exchangeScope })).status, 200)
  assert.equal((await asItself(idp)).rule, 'ACCESS-POLICY-BLOCK')
  assert.equal((await onBehalf(idp, await order(idp))).status, 200)
  assert.equal((await askToken(idp, await userFicRequest(idp))).status, 200)
})

test('a policy for agent users concerns them alone', async () => {
  const idp = await withPolicy({ appliesTo: 'agentUsers', control: 'block' })
  assert.equal((await askToken(idp, await userFicRequest(idp))).rule, 'ACCESS-POLICY-BLOCK')
  assert.equal((await onBehalf(idp, await order(idp))).status, 200)
  assert.equal((await asItself(idp)).status, 200)
})

test('a policy for one agent, or for one resource, concerns no other', async () => {
  const blocked = { appliesTo: 'agents', control: 'block' } as const
  const billing = await withPolicy({ ...blocked, principals: [seedIds.billing] })
  assert.equal((await asItself(billing)).status, 200)
  const orders = await withPolicy({ ...blocked, resource: seedIds.ordersApi })
  assert.equal((await asItself(orders)).status, 200)
  const answer = await asItself(orders, { scope: `api://${seedIds.ordersApi}/.default` })
  assert.equal(answer.rule, 'ACCESS-POLICY-BLOCK')
})

test('a refresh token of a sign-in with a password alone meets the policy too', async () => {
  const idp = await openMock()
  const scope = 'https://graph.microsoft.com/.default offline_access'
  const { body } = await onBehalf(idp, await order(idp, onePassword), { scope })
  const path = `/access-policies?tenant=${seedIds.contoso}`
  await control(idp, 'POST', path, policy({ resource: graphAppId }))
  const renewal = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }
  assert.equal((await asItself(idp, renewal)).rule, 'ACCESS-POLICY-MFA')
  await control(idp, 'DELETE', path)
  assert.equal((await asItself(idp, renewal)).status, 200)
})

test('missing consent comes before the policy, and names it', async () => {
  const idp = await withPolicy({})
  const scope = 'https://graph.microsoft.com/Files.Read'
  const { rule, body } = await onBehalf(idp, await order(idp, onePassword), { scope })
  assert.equal(rule, 'CONSENT-DELEGATED')
  assert.equal(body.claims, challenge)
})

test('an authentication context that a request asks for brings its policy into force', async () => {
  const idp = await withPolicy({ authenticationContext: 'c1' })
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
  const weak = await order(idp, onePassword)
  assert.equal((await onBehalf(idp, weak)).status, 200)
  assert.equal((await onBehalf(idp, weak, { claims })).rule, 'ACCESS-POLICY-MFA')
  const answer = await onBehalf(idp, await order(idp), { claims })
  assert.deepEqual(claimsOf(tokenOf(answer)).acrs, ['p1', 'c1'])
})

test('the tokens that go back to a step-up say which context it satisfied', async () => {
  const idp = await openMock()
  const tc = await order(idp, { authenticationContexts: ['c1'] })
  assert.deepEqual(claimsOf(tc).acrs, ['c1'])
  assert.deepEqual(claimsOf(tokenOf(await onBehalf(idp, tc))).acrs, ['p1', 'c1'])
})

const cp1 = '{"access_token":{"xms_cc":{"values":["cp1"]}}}'

test('a client that can handle a challenge gets tokens for Graph that say so and hold 20 to 28 hours', async () => {
  const idp = await openMock()
  const claims = claimsOf(tokenOf(await askToken(idp, await userFicRequest(idp, { claims: cp1 }))))
  assert.deepEqual(claims.xms_cc, ['cp1'])
  const hours = (Number(claims.exp) - nowMs / 1000) / 3600
  assert.ok(hours >= 20 && hours <= 28.1, String(hours))
  assert.deepEqual(claimsOf(tokenOf(await asItself(idp, { claims: cp1 }))).xms_cc, ['cp1'])
})

test('another resource gets xms_cc where it lists it as an optional claim', async () => {
  const scope = `api://${seedIds.ordersApi}/.default`
  const plain = claimsOf(tokenOf(await asItself(await openMock(), { claims: cp1, scope })))
  assert.equal(plain.xms_cc, undefined)
  const listing = await mockOfContoso((tenant) => ({
    ...tenant,
    resources: (tenant.resources ?? []).map((one) => ({ ...one, optionalClaims: ['xms_cc'] })),
  }))
  const claims = claimsOf(tokenOf(await asItself(listing, { claims: cp1, scope })))
  assert.deepEqual(claims.xms_cc, ['cp1'])
})

test('claims that are no JSON object are refused, whatever the grant', async () => {
  const idp = await openMock()
  const { rule, body } = await asItself(idp, { claims: '{"access_token":' })
  assert.deepEqual([rule, body.error], ['REQ-CLAIMS', 'invalid_request'])
})

test('a policy can be added, read and removed while the mock runs, until the tenant is reset', async () => {
  const idp = await withPolicy({})
  const tenant = `tenant=${seedIds.contoso}`
  const added = { displayName: 'No agents', appliesTo: 'agents', control: 'block' }
  const { status, body } = await control(idp, 'POST', `/access-policies?${tenant}`, added)
  const [, mine] = body.accessPolicies as readonly { id: string; principals: unknown }[]
  assert.deepEqual([status, mine?.principals], [201, []])
  assert.equal((await asItself(idp)).rule, 'ACCESS-POLICY-BLOCK')
  const one = `/access-policies/${mine?.id}?${tenant}`
  assert.equal((await control(idp, 'DELETE', one)).status, 204)
  assert.equal((await control(idp, 'DELETE', one)).status, 404)
  assert.equal((await asItself(idp)).status, 200)
  assert.equal((await control(idp, 'DELETE', `/access-policies?${tenant}`)).status, 204)
  await control(idp, 'POST', `/reset?${tenant}`)
  const { accessPolicies } = (await control(idp, 'GET', `/access-policies?${tenant}`)).body
  assert.deepEqual(accessPolicies, [{ ...policy({}), principals: [] }])
})

test('a policy that names what the tenant does not have, or asks an agent for factors, is not added', async () => {
  const idp = await openMock()
  const path = `/access-policies?tenant=${seedIds.contoso}`
  const mistaken: readonly [Partial<Policy>, string][] = [
    [{ principals: [seedIds.booking] }, 'accessPolicies[0].principals[0]'],
    [{ principals: [seedIds.bookingUser] }, 'accessPolicies[0].principals[0]'],
    [{ resource: seedIds.dana }, 'accessPolicies[0].resource'],
    [{ appliesTo: 'agents' }, 'accessPolicies[0].control'],
    [{ appliesTo: 'agentUsers' }, 'accessPolicies[0].control'],
  ]
  for (const [change, where] of mistaken) {
    const { status, body } = await control(idp, 'POST', path, policy(change))
    assert.equal(status, 400)
    assert.ok((body.problems as readonly string[])[0]?.startsWith(where), JSON.stringify(body))
  }
})
