import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../directory/resource.ts'
import { claimsOf } from '../testing/mock-world.ts'
import {
  accessAgent,
  bea,
  booking,
  carlos,
  concierge,
  contoso,
  desk,
  openBrowser,
} from '../testing/open-browser.ts'

const pages = {
  page: 'sign-in-page',
  consent: 'consent-page',
  approval: 'approval-page',
  error: 'error-page',
} as const
const shows = (text: string, page: keyof typeof pages) =>
  text.includes(`data-testid="${pages[page]}"`)

test('a person signs in, and the client gets a code, its state and the id of the sign-in', async () => {
  const { authorize, pick } = await openBrowser()
  const page = await authorize()
  assert.equal(page.response.status, 200)
  assert.ok(shows(page.text, 'page'))
  const { response, at, location } = await pick(page, bea)
  assert.equal(response.status, 302)
  assert.match(
    location,
    /^http:\/\/localhost\/signed-in\?code=1\.A[\w-]+&session_state=[\w-]{36}&state=a\+state#$/,
  )
  assert.equal(at.get('state'), 'a state')
})

test('who is signed in is not asked again, not even silently', async () => {
  const { authorize, pick } = await openBrowser()
  assert.equal((await authorize({ prompt: 'none' })).at.get('error'), 'login_required')
  await pick(await authorize(), bea)
  assert.ok((await authorize()).at.get('code'))
  assert.ok((await authorize({ prompt: 'none' })).at.get('code'))
  assert.ok((await authorize({ prompt: 'none', login_hint: 'BEA@contoso.example' })).at.get('code'))
  const other = await authorize({ prompt: 'none', login_hint: 'carlos@contoso.example' })
  assert.equal(other.at.get('error'), 'login_required')
  assert.match(other.at.get('error_description') ?? '', /^AADSTS50058: .* Trace ID: .* Timestamp: /)
})

test('a client that wants another sign-in gets one, once', async () => {
  const { authorize, pick } = await openBrowser()
  await pick(await authorize(), bea)
  for (const prompt of ['login', 'select_account']) {
    const page = await authorize({ prompt })
    assert.ok(shows(page.text, 'page'))
    assert.ok((await pick(page, carlos)).at.get('code'))
  }
})

test('a person who consents is not asked a second time, and Microsoft Graph shows the grant', async () => {
  const { authorize, pick, press, mock } = await openBrowser()
  const changes = {
    client_id: desk,
    redirect_uri: 'http://localhost:4711',
    scope: 'User.Read openid',
  }
  const page = await pick(await authorize(changes), bea)
  assert.ok(shows(page.text, 'consent'))
  assert.ok((await press(page, { decision: 'accept' })).at.get('code'))
  assert.ok((await authorize(changes)).at.get('code'))
  assert.ok(shows((await authorize({ ...changes, prompt: 'consent' })).text, 'consent'))
  assert.ok(shows((await authorize({ ...changes, scope: 'Mail.Read' })).text, 'consent'))
  const { permissionGrants } = mock.tenants.describe(contoso)
  const granted = { client: desk, resource: graphAppId, user: bea, scope: 'User.Read openid' }
  assert.ok(permissionGrants.some((one) => JSON.stringify(one) === JSON.stringify(granted)))
})

test('a client hears that a person declined in the way that the tenant is set to', async () => {
  for (const declinedConsent of ['consent_required', 'access_denied']) {
    const { authorize, pick, press } = await openBrowser({ declinedConsent })
    const page = await pick(await authorize({ scope: 'User.Read' }), bea)
    const { at, response } = await press(page, { decision: 'decline' })
    assert.equal(at.get('error'), declinedConsent)
    assert.match(at.get('error_description') ?? '', /^AADSTS65004: /)
    assert.equal(response.headers.get('x-mock-rule'), 'AUTHORIZE-CONSENT-GIVEN')
  }
})

test('with the switch, a hint signs its person in and consents without a page', async () => {
  const { authorize, redeem } = await openBrowser({ automatic: true })
  const scope = 'Mail.Read openid'
  const { at } = await authorize({ scope, login_hint: 'bea@contoso.example' })
  const { body } = await redeem(at.get('code') ?? '')
  assert.equal(claimsOf(body.access_token).scp, 'openid profile email Mail.Read')
  assert.ok(shows((await authorize({ login_hint: 'booking@contoso.example' })).text, 'error'))
})

test('an id_token beside the code names its nonce and the hash of the code', async () => {
  const { authorize, pick } = await openBrowser()
  const page = await authorize({ response_type: 'id_token code', nonce: 'a nonce' })
  const { location, at } = await pick(page, bea)
  assert.match(location, /^http:\/\/localhost\/signed-in#code=/)
  const claims = claimsOf(at.get('id_token') ?? '')
  assert.equal(claims.nonce, 'a nonce')
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(at.get('code') ?? ''))
  assert.equal(claims.c_hash, Buffer.from(hash).subarray(0, 16).toString('base64url'))
})

test('an agent identity gets its consent page only where the tenant is set to it, and never a code', async () => {
  const changes = {
    client_id: booking,
    response_type: 'none',
    redirect_uri: 'http://localhost/consented',
  }
  const refused = await openBrowser()
  assert.match((await refused.authorize(changes)).text, /AADSTS82014/)
  const open = await openBrowser({ agentConsent: 'page' }, (tenant) => ({
    ...tenant,
    blueprints: (tenant.blueprints ?? []).map((one) =>
      one.appId === concierge ? { ...one, redirectUris: { web: [changes.redirect_uri] } } : one,
    ),
  }))
  const page = await open.pick(await open.authorize({ ...changes, scope: 'Calendars.Read' }), bea)
  assert.match(page.text, /an agent of Concierge/)
  const { location } = await open.press(page, { decision: 'accept' })
  assert.equal(location, 'http://localhost/consented?state=a+state#')
  const withCode = await open.authorize({ ...changes, response_type: 'code' })
  assert.match(withCode.at.get('error_description') ?? '', /^AADSTS82014/)
})

test('of requests for agents of Concierge, only those of listed clients go on', async () => {
  const { authorize } = await openBrowser({}, (tenant) => ({
    ...tenant,
    applications: (tenant.applications ?? []).map((one) => ({ ...one, requiredResources: [] })),
  }))
  const { at } = await authorize({ scope: accessAgent })
  assert.equal(at.get('error'), 'invalid_client')
  assert.match(at.get('error_description') ?? '', /^AADSTS650057: /)
})
