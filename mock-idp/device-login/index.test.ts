import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { claimsOf, control, formOf, origin } from '../testing/mock-world.ts'
import { bea, contoso, openBrowser, type Shown } from '../testing/open-browser.ts'

const page = `/${contoso}/oauth2/deviceauth`

/** A device that waits, and a browser in which somebody can answer it. */
async function open(scope = 'Mail.Read openid offline_access') {
  const browser = await openBrowser()
  const post = async (path: string, parameters: Readonly<Record<string, string>>) => {
    const url = `${origin}/${contoso}/oauth2/v2.0/${path}`
    const body = formOf({ client_id: seedIds.kiosk, ...parameters })
    const response = await browser.mock.fetch(new Request(url, { method: 'POST', body }))
    return response.json()
  }
  const device = await post('devicecode', { scope })
  const poll = () =>
    post('token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: device.device_code,
    })
  const { send, press } = browser
  /** Types the code, and goes where that leads. */
  const type = async (userCode: string = device.user_code) => {
    const typed = await press(await send(page), { user_code: userCode })
    return typed.response.status === 303 ? send(typed.location) : typed
  }
  return { ...browser, device, poll, type }
}

const isAt = ({ text }: Shown, testId: string) =>
  assert.match(text, new RegExp(`data-testid="${testId}"`))

test('a user types the code, signs in, looks at the app, consents, and the device has its tokens', async () => {
  const { device, type, pick, press, poll } = await open()
  const spelled = `${device.user_code.slice(0, 4)}-${device.user_code.slice(4)}`.toLowerCase()
  const signIn = await type(spelled)
  isAt(signIn, 'sign-in-page')
  const confirm = await pick(signIn, bea)
  isAt(confirm, 'device-confirm-page')
  assert.match(confirm.text, /data-testid="app">Kiosk</)
  assert.equal((await poll()).error, 'authorization_pending')
  const consent = await press(confirm, { action: 'continue' })
  isAt(consent, 'device-consent-page')
  assert.match(consent.text, /data-testid="permission-Mail.Read"/)
  isAt(await press(consent, { action: 'accept' }), 'device-done-page')
  const tokens = await poll()
  assert.equal(claimsOf(tokens.id_token).oid, bea)
  assert.equal(tokens.scope, 'openid profile email Mail.Read')
})

test('whoever consented before is not asked again, and whoever is signed in does not sign in', async () => {
  const first = await open()
  const consent = await first.press(await first.pick(await first.type(), bea), {
    action: 'continue',
  })
  await first.press(consent, { action: 'accept' })
  const url = `${origin}/${contoso}/oauth2/v2.0/devicecode`
  const body = formOf({ client_id: seedIds.kiosk, scope: 'Mail.Read' })
  const asked = await first.mock.fetch(new Request(url, { method: 'POST', body }))
  const { user_code: userCode } = await asked.json()
  const confirm = await first.type(userCode)
  isAt(confirm, 'device-confirm-page')
  isAt(await first.press(confirm, { action: 'continue' }), 'device-done-page')
})

test('a user who cancels gives the device nothing', async () => {
  const { type, pick, press, poll } = await open()
  const confirm = await pick(await type(), bea)
  isAt(await press(confirm, { action: 'cancel' }), 'device-declined-page')
  assert.equal((await poll()).error, 'authorization_declined')
  isAt(await press(confirm, { action: 'continue' }), 'device-code-page')
})

test('a user can be somebody else', async () => {
  const { type, pick, press } = await open()
  const confirm = await pick(await type(), bea)
  isAt(await press(confirm, { action: 'switch' }), 'sign-in-page')
})

for (const [what, userCode, rule, number] of [
  ['nobody was shown', 'AAAAAAAAA', 'DEVICE-USER-CODE', 70018],
  ['is empty', '', 'DEVICE-USER-CODE', 70018],
  ['is a name of JavaScript', '__proto__', 'DEVICE-USER-CODE', 70018],
] as const) {
  test(`a code that ${what} is asked for again`, async () => {
    const { type } = await open()
    const again = await type(userCode)
    assert.equal(again.response.status, 400)
    assert.equal(again.response.headers.get('x-mock-rule'), rule)
    isAt(again, 'device-code-page')
    assert.match(again.text, new RegExp(`role="alert"[^>]*>AADSTS${number}`))
  })
}

test('a code is too old after 15 minutes', async () => {
  const { mock, type } = await open()
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds: 900 })
  assert.equal((await type()).response.headers.get('x-mock-rule'), 'DEVICE-USER-CODE-TIME')
})

test('another site cannot send the form', async () => {
  const { send, device } = await open()
  await send(page)
  const body = new URLSearchParams({ user_code: device.user_code })
  const forged = await send(page, { method: 'POST', body })
  assert.equal(forged.response.headers.get('x-mock-rule'), 'LOGIN-OWN-FORM')
})

test('a permission for administrators ends on a page that says so, and the device waits on', async () => {
  const { type, pick, press, poll } = await open('Directory.ReadWrite.All')
  const confirm = await pick(await type(), bea)
  const refused = await press(confirm, { action: 'continue' })
  assert.equal(refused.response.headers.get('x-mock-rule'), 'AUTHORIZE-ADMIN-APPROVAL')
  assert.match(refused.text, /AADSTS90094/)
  assert.equal((await poll()).error, 'authorization_pending')
})

test('no page holds the device code, and no address the user code', async () => {
  const { device, send, press } = await open()
  const typed = await press(await send(page), { user_code: device.user_code })
  assert.ok(!typed.location.includes(device.user_code))
  const { text } = await send(typed.location)
  assert.ok(!text.includes(device.device_code))
})
