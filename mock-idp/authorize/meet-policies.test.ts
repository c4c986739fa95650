import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../directory/resource.ts'
import { claimsOf, control } from '../testing/mock-world.ts'
import { bea, carlos, concierge, contoso, openBrowser } from '../testing/open-browser.ts'

type Policy = Readonly<Record<string, unknown>>

/** Bea is signed in by a password alone, when a policy demands several factors of people. */
async function openPolicy(policy: Policy, settings: Policy = {}) {
  const browser = await openBrowser({ methods: ['pwd'], ...settings })
  const { authorize, pick, press, mock } = browser
  await press(await pick(await authorize(), bea), { decision: 'accept' })
  const demanded = {
    displayName: 'Several factors',
    appliesTo: 'people',
    control: 'mfa',
    ...policy,
  }
  const path = `/access-policies?tenant=${contoso}`
  const { body } = await control(mock, 'POST', path, demanded)
  const policies = body.accessPolicies as readonly { readonly id: string }[]
  const capolids = { essential: true, values: policies.map(({ id }) => id) }
  return { ...browser, challenge: JSON.stringify({ access_token: { capolids } }) }
}

const asksAgain = /data-testid="several-factors"/

test('a policy of another API concerns a sign-in only where the claims of a challenge name it', async () => {
  const { authorize, challenge } = await openPolicy({ resource: graphAppId })
  assert.ok((await authorize()).at.get('code'))
  assert.match((await authorize({ claims: challenge })).text, asksAgain)
})

test('the next sign-in has several factors, and is asked for no more', async () => {
  const { authorize, pick, redeem, challenge } = await openPolicy({ resource: graphAppId })
  const { at } = await pick(await authorize({ claims: challenge }), bea)
  const { body } = await redeem(at.get('code') ?? '')
  assert.deepEqual(claimsOf(body.id_token).oid, bea)
  assert.ok((await authorize({ claims: challenge })).at.get('code'))
})

test('a policy of the API itself needs no challenge', async () => {
  const { authorize, pick, redeem } = await openPolicy({ resource: concierge })
  const page = await authorize()
  assert.match(page.text, asksAgain)
  const { at } = await pick(page, bea)
  assert.equal((await redeem(at.get('code') ?? '')).response.status, 200)
})

test('a context that the claims ask for brings its policy, and the token says it', async () => {
  const { authorize, pick, redeem } = await openPolicy({
    resource: concierge,
    authenticationContext: 'c1',
  })
  assert.ok((await authorize()).at.get('code'))
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } })
  const page = await authorize({ claims })
  assert.match(page.text, asksAgain)
  const { at } = await pick(page, bea)
  const { body } = await redeem(at.get('code') ?? '')
  assert.deepEqual(claimsOf(body.access_token).acrs, ['c1'])
})

test('a challenge about somebody else, or about nobody, asks for nothing', async () => {
  const { authorize, challenge } = await openPolicy({ principals: [carlos] })
  assert.ok((await authorize({ claims: challenge })).at.get('code'))
  const other = challenge.replace(/"values":\["[^"]*"\]/, '"values":["nobody"]')
  assert.ok((await authorize({ claims: other })).at.get('code'))
})

test('a silent request cannot step up, and hears so', async () => {
  const { authorize, challenge } = await openPolicy({ resource: graphAppId })
  const { response, at } = await authorize({ claims: challenge, prompt: 'none' })
  assert.equal(response.headers.get('x-mock-rule'), 'ACCESS-POLICY-MFA')
  assert.equal(at.get('error'), 'interaction_required')
})

test('a hint steps up without a page where sign-ins are automatic', async () => {
  const { authorize, challenge } = await openPolicy({ resource: graphAppId }, { automatic: true })
  const hinted = { login_hint: 'bea@contoso.example', claims: challenge }
  assert.ok((await authorize(hinted)).at.get('code'))
  assert.ok((await authorize({ claims: challenge })).at.get('code'))
})

test('claims that are no JSON object are refused at the client', async () => {
  const { authorize } = await openBrowser()
  const { response, at } = await authorize({ claims: '[]' })
  assert.equal(response.headers.get('x-mock-rule'), 'REQ-CLAIMS')
  assert.equal(at.get('error'), 'invalid_request')
})

test('whom a policy blocks sees a page that says so, and the client hears nothing', async () => {
  const { authorize, pick } = await openBrowser({}, (tenant) => ({
    ...tenant,
    accessPolicies: [{ displayName: 'Nobody', appliesTo: 'people', control: 'block' }],
  }))
  const { response, text, location } = await pick(await authorize(), bea)
  assert.equal(response.headers.get('x-mock-rule'), 'ACCESS-POLICY-BLOCK')
  assert.match(text, /data-testid="error-code">AADSTS53003</)
  assert.equal(location, '')
})

test('a silent request hears at the client that a policy blocks the person', async () => {
  const { authorize } = await openPolicy({ resource: concierge, control: 'block' })
  const { at } = await authorize({ prompt: 'none' })
  assert.equal(at.get('error'), 'interaction_required')
  assert.match(at.get('error_description') ?? '', /^AADSTS53003/)
})
