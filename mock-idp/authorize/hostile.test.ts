import assert from 'node:assert/strict'
import { test } from 'node:test'
import { control } from '../testing/mock-world.ts'
import { bea, contoso, openBrowser, signedInAt } from '../testing/open-browser.ts'

const pages = {
  page: 'sign-in-page',
  consent: 'consent-page',
  approval: 'approval-page',
  error: 'error-page',
} as const
const shows = (text: string, page: keyof typeof pages) =>
  text.includes(`data-testid="${pages[page]}"`)

test('a form that the page of this browser did not show is refused', async () => {
  const { authorize, pick, press, forgetCookie } = await openBrowser()
  const page = await authorize()
  const stolen = { ...page, text: page.text.replaceAll(/(name="csrf_token" value=")[^"]*/g, '$1x') }
  const { response } = await press(stolen, { user: bea })
  assert.equal(response.headers.get('x-mock-rule'), 'LOGIN-OWN-FORM')
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
    undefined,
  ]
  for (const address of hostile) {
    const changed = {
      ...page,
      text: page.text.replaceAll(/(name="continue" value=")[^"]*/g, `$1${address}`),
    }
    const { response, location } = await press(changed, { user: bea })
    assert.equal(response.headers.get('x-mock-rule'), 'LOGIN-CONTINUATION', address)
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
