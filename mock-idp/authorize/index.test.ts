import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../directory/resource.ts'
import { control } from '../testing/mock-world.ts'
import {
  accessAgent,
  bea,
  booking,
  carlos,
  claimsOf,
  concierge,
  contoso,
  desk,
  openBrowser,
  signedInAt,
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
  const { body } = await control(mock, 'GET', `/tenants?tenant=${contoso}`)
  const [{ permissionGrants }] = body.tenants as [{ permissionGrants: readonly unknown[] }]
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

test('a form that the page of this browser did not show is refused', async () => {
  const { authorize, pick, press, forgetCookie } = await openBrowser()
  const page = await authorize()
  const stolen = { ...page, text: page.text.replaceAll(/(name="csrf_token" value=")[^"]*/g, '$1x') }
  const { response } = await press(stolen, { user: bea })
  assert.equal(response.headers.get('x-mock-rule'), 'SIGN-IN-OWN-FORM')
  const consent = await pick(page, bea)
  assert.ok(consent.at.get('code'))
  const asked = await authorize({ scope: 'User.Read' })
  forgetCookie()
  const elsewhere = await press(asked, { decision: 'accept' })
  assert.ok(shows(elsewhere.text, 'page'))
  assert.equal(elsewhere.location, '')
})

test('a sign-in brings a new cookie, for this tenant and no script', async () => {
  const { authorize, press } = await openBrowser()
  const page = await authorize()
  const [before, after] = [page, await press(page, { user: bea })].map(({ response }) =>
    response.headers.get('set-cookie'),
  )
  assert.match(
    before ?? '',
    new RegExp(`^ESTSAUTH=[\\w-]{43}; Path=/${contoso}/; HttpOnly; Secure; SameSite=None$`),
  )
  assert.notEqual(before?.split(';')[0], after?.split(';')[0])
})

test('a code, a cookie and a password are in no journal', async () => {
  const { authorize, press, send, redeem, mock } = await openBrowser({
    password: 'a password of nobody',
  })
  const page = await authorize()
  const wrong = await press(page, { username: 'bea@contoso.example', password: 'another-word' })
  assert.match(wrong.text, /AADSTS50126/)
  const signed = await press(page, {
    username: 'bea@contoso.example',
    password: 'a password of nobody',
  })
  const cookie = signed.response.headers.get('set-cookie')?.slice(9, 40) ?? 'none'
  const code = (await send(signed.location)).at.get('code') ?? 'none'
  await redeem(code, { code_verifier: 'v'.repeat(43) })
  const { body } = await control(mock, 'GET', `/requests?tenant=${contoso}`)
  const journal = JSON.stringify(body)
  for (const secret of [code, cookie, 'another-word', 'a password of nobody', 'v'.repeat(43)]) {
    assert.ok(!journal.includes(secret), secret)
  }
  assert.match(journal, /"endpoint":"authorize"/)
  assert.match(journal, /"endpoint":"signIn"/)
})

test('the clock of the tenant ends a code', async () => {
  const { authorize, pick, redeem, mock } = await openBrowser()
  const { at } = await pick(await authorize(), bea)
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds: 600 })
  assert.equal((await redeem(at.get('code') ?? '')).rule, 'CODE-TIME')
})

test('an answer goes nowhere but to a registered redirect URI', async () => {
  const { authorize } = await openBrowser()
  const hostile = [
    'https://evil.example/',
    'http://localhost.evil.example/signed-in',
    'http://localhost:80@evil.example/signed-in',
    'http://localhost/signed-in/../evil',
    'http://localhost/signed-in?x=1',
    'http://localhost/signed-in#x',
    'http://localhost:1\r\nset-cookie: a=b/signed-in',
    'http://LOCALHOST/signed-in/',
    '//evil.example/signed-in',
    'javascript:alert(1)',
    'data:text/html,<script>',
    `${signedInAt}\\@evil.example`,
    '',
  ]
  for (const redirect_uri of hostile) {
    for (const more of [{}, { prompt: 'none' }, { response_type: 'token' }, { scope: 'a/b c/d' }]) {
      const { response, text, location } = await authorize({ redirect_uri, ...more })
      assert.equal(response.status, 400, redirect_uri)
      assert.equal(location, '')
      assert.ok(shows(text, 'error'))
    }
  }
})

test('whatever a client writes is text on a page, and no HTML', async () => {
  const { authorize, pick } = await openBrowser()
  const hostile = `"><script>alert(1)</script>'`
  const names = [
    'state',
    'login_hint',
    'nonce',
    'domain_hint',
    'claims',
    'client_id',
    'redirect_uri',
    'scope',
  ]
  for (const name of names) {
    const { text } = await authorize({ [name]: hostile })
    assert.ok(!text.includes('<script>alert'), name)
  }
  const form = await authorize({ state: hostile, response_mode: 'form_post', prompt: 'none' })
  assert.ok(!form.text.includes('<script>alert'))
  const { at } = await pick(await authorize({ state: hostile }), bea)
  assert.equal(at.get('state'), hostile)
})

test('a sign-in leads to no page but one of its tenant', async () => {
  const { authorize, press } = await openBrowser()
  const page = await authorize()
  const hostile = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/other/x',
    `/${contoso}/../x`,
    '',
    `/${contoso}\\@evil`,
  ]
  for (const address of hostile) {
    const changed = {
      ...page,
      text: page.text.replaceAll(/(name="continue" value=")[^"]*/g, `$1${address}`),
    }
    const { response, location } = await press(changed, { user: bea })
    assert.equal(response.headers.get('x-mock-rule'), 'SIGN-IN-CONTINUATION', address)
    assert.equal(location, '')
  }
})

test('what is no request at all is refused with a page, and never fails', async () => {
  const { send, authorize } = await openBrowser()
  const path = `/${contoso}/oauth2/v2.0/authorize`
  const hostile = [
    '?%ff',
    '?client_id=%zz',
    '?client_id=a&client_id=b',
    `?x=${'y'.repeat(100_000)}`,
    '?=',
    '?&&&',
    `?${'a=b&'.repeat(5000)}`,
  ]
  for (const query of hostile) {
    const { response } = await send(`${path}${query}`)
    assert.equal(response.status, 400, query.slice(0, 20))
  }
  const bodies = [
    '',
    '{',
    'a=b',
    `x=${'y'.repeat(2_000_000)}`,
    '\u0000',
    'csrf_token=&decision=accept',
  ]
  for (const body of bodies) {
    for (const at of [path, `/${contoso}/login`]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { response } = await send(at, { method: 'POST', body, headers })
      assert.equal(response.status, 400)
    }
  }
  for (const [name, value] of Object.entries({
    code_challenge: 'a',
    response_mode: 'x',
    prompt: 'none login',
    scope: ' ',
    client_id: '',
  })) {
    const { response } = await authorize({ [name]: value })
    assert.ok(response.status < 500, name)
  }
  assert.equal((await authorize({}, 'nobody.example')).response.status, 400)
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
