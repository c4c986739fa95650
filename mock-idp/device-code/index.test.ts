import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import { control, formOf, openMock, origin, type Parameters } from '../testing/mock-world.ts'

const { contoso, fabrikam, kiosk, intranet, concierge, booking } = seedIds
const grantType = 'urn:ietf:params:oauth:grant-type:device_code'
const scope = 'User.Read openid profile offline_access'
const asked: Parameters = { client_id: kiosk, scope }

async function open() {
  const mock = await openMock()
  const post = async (path: string, parameters: Parameters, tenant: string = contoso) => {
    const url = `${origin}/${tenant}/oauth2/v2.0/${path}`
    const response = await mock.fetch(
      new Request(url, { method: 'POST', body: formOf(parameters) }),
    )
    return { response, body: await response.json(), rule: response.headers.get('x-mock-rule') }
  }
  const begin = async (parameters = asked) => (await post('devicecode', parameters)).body
  const poll = (deviceCode: string, more: Parameters = {}, tenant: string = contoso) =>
    post(
      'token',
      { client_id: kiosk, grant_type: grantType, device_code: deviceCode, ...more },
      tenant,
    )
  const decide = (decision: object) =>
    control(mock, 'POST', `/device-codes?tenant=${contoso}`, decision)
  return { mock, post, begin, poll, decide }
}

test('a device gets a code for itself and one for its user', async () => {
  const { post } = await open()
  const { response, body } = await post('devicecode', asked)
  assert.equal(response.status, 200)
  assert.deepEqual(Object.keys(body), [
    'user_code',
    'device_code',
    'verification_uri',
    'expires_in',
    'interval',
    'message',
  ])
  assert.match(body.user_code, /^[A-HJ-NP-Z2-9]{9}$/)
  assert.ok(body.device_code.length > 100)
  assert.equal(body.verification_uri, `${origin}/${contoso}/oauth2/deviceauth`)
  assert.equal(body.expires_in, 900)
  assert.equal(body.interval, 5)
  assert.ok(body.message.includes(body.user_code))
  assert.equal(response.headers.get('cache-control'), 'no-store, no-cache')
})

for (const [what, parameters, rule, number] of [
  ['without a client', { scope }, 'REQ-CLIENT-ID', 900144],
  ['without a scope', { client_id: kiosk }, 'REQ-SCOPE', 90014],
  ['of an unknown client', { ...asked, client_id: contoso }, 'CLIENT-KNOWN', 700016],
  ['of a blueprint', { ...asked, client_id: concierge }, 'DEVICE-CLIENT', 82006],
  ['of an agent identity', { ...asked, client_id: booking }, 'DEVICE-CLIENT', 82006],
] as const) {
  test(`a request for a device code ${what} is refused`, async () => {
    const { post } = await open()
    const refused = await post('devicecode', parameters)
    assert.equal(refused.rule, rule)
    assert.deepEqual(refused.body.error_codes, [number])
  })
}

test('a device waits until its user has signed in', async () => {
  const { begin, poll, decide } = await open()
  const { device_code: code, user_code: userCode } = await begin()
  const pending = await poll(code)
  assert.equal(pending.response.status, 400)
  assert.equal(pending.body.error, 'authorization_pending')
  assert.deepEqual(pending.body.error_codes, [70016])
  assert.match(pending.body.error_uri, /error\?code=70016$/)
  await decide({ user: 'bea@contoso.example', userCode })
  const { body } = await poll(code)
  assert.equal(body.scope, 'openid profile email User.Read')
  assert.ok(body.refresh_token)
  const claims = JSON.parse(atob(body.id_token.split('.')[1]))
  assert.equal(claims.oid, seedIds.bea)
  assert.equal(claims.aud, kiosk)
  const again = await poll(code)
  assert.equal(again.rule, 'DEVICE-CODE-ONCE')
  assert.equal(again.body.error, 'bad_verification_code')
})

test('of a hundred requests at once, one gets the tokens', async () => {
  const { begin, poll, decide } = await open()
  const { device_code: code } = await begin()
  await decide({ user: seedIds.bea })
  const answers = await Promise.all(Array.from({ length: 100 }, () => poll(code)))
  assert.equal(answers.filter(({ response }) => response.status === 200).length, 1)
})

test('a public client renews without a credential, and says so in its tokens', async () => {
  const { begin, poll, decide, post } = await open()
  const { device_code: code } = await begin()
  await decide({ user: seedIds.bea })
  const { body } = await poll(code)
  const renewal = {
    client_id: kiosk,
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
  }
  const renewed = await post('token', renewal)
  assert.equal(renewed.response.status, 200)
  const claims = JSON.parse(atob(renewed.body.access_token.split('.')[1]))
  assert.equal(claims.appidacr, '0')
  const proved = await post('token', { ...renewal, client_secret: seedSecrets.intranet })
  assert.equal(proved.rule, 'CRED-PUBLIC')
})

test('a user who declines ends the wait', async () => {
  const { begin, poll, decide } = await open()
  const { device_code: code } = await begin()
  await decide({ decline: true })
  assert.equal((await poll(code)).body.error, 'authorization_declined')
})

test('a code holds for 15 minutes', async () => {
  const { mock, begin, poll, decide } = await open()
  const { device_code: code, user_code: userCode } = await begin()
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds: 899 })
  assert.equal((await poll(code)).body.error, 'authorization_pending')
  await control(mock, 'PUT', `/clock?tenant=${contoso}`, { offsetSeconds: 900 })
  const { body } = await poll(code)
  assert.equal(body.error, 'expired_token')
  assert.deepEqual(body.error_codes, [70020])
  assert.equal((await decide({ user: seedIds.bea, userCode })).status, 404)
})

test('a code is worth nothing to another client, in another tenant, or unless it was given out', async () => {
  const { begin, poll } = await open()
  const { device_code: code } = await begin()
  const other = { client_id: intranet, client_secret: seedSecrets.intranet }
  assert.equal((await poll(code, other)).rule, 'DEVICE-CODE-CLIENT')
  assert.equal((await poll(code, {}, fabrikam)).rule, 'CLIENT-KNOWN')
  assert.equal((await poll('made-up')).rule, 'DEVICE-CODE-KNOWN')
  assert.equal((await poll('')).rule, 'DEVICE-CODE-PRESENT')
})

test('a confidential client proves itself when its user has signed in', async () => {
  const { begin, poll, decide } = await open()
  const { device_code: code } = await begin({ client_id: intranet, scope })
  const client = { client_id: intranet }
  assert.equal((await poll(code, client)).rule, 'DEVICE-CODE-APPROVED')
  await decide({ user: seedIds.bea })
  const refused = await poll(code, client)
  assert.deepEqual(refused.body.error_codes, [7000218])
  assert.equal(refused.response.status, 401)
  const granted = await poll(code, { ...client, client_secret: seedSecrets.intranet })
  assert.equal(granted.response.status, 200)
})

test('without consent a device gets no tokens', async () => {
  const { begin, poll, decide } = await open()
  const { device_code: code } = await begin({ client_id: kiosk, scope: 'Mail.Read' })
  await decide({ user: seedIds.bea, consent: false })
  assert.equal((await poll(code)).rule, 'CONSENT-DELEGATED')
})

test('a user who was removed after the sign-in gets no tokens', async () => {
  const { mock, begin, poll, decide } = await open()
  const { device_code: code } = await begin()
  await decide({ user: seedIds.bea })
  const token = await mock.graphToken({ tenantId: contoso, origin, scopes: ['User.ReadWrite.All'] })
  const change = (method: string, body?: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const url = `${origin}/v1.0/users/${seedIds.bea}`
    return mock.fetch(new Request(url, { method, headers, ...(body && { body }) }))
  }
  await change('PATCH', JSON.stringify({ accountEnabled: false }))
  assert.equal((await poll(code)).rule, 'DEVICE-USER-ENABLED')
  await change('DELETE')
  assert.equal((await poll(code)).rule, 'DEVICE-USER-KNOWN')
})

test('neither code is in the journal', async () => {
  const { mock, begin, poll } = await open()
  const { device_code: code, user_code: userCode } = await begin()
  await poll(code, { user_code: userCode })
  const { body } = await control(mock, 'GET', `/requests?tenant=${contoso}`)
  const text = JSON.stringify(body)
  assert.ok(!text.includes(code))
  assert.ok(!text.includes(userCode))
  assert.equal((body.requests as readonly { endpoint: string }[])[0]?.endpoint, 'deviceCode')
})
