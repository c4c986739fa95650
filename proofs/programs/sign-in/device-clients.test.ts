import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import * as oauth from 'oauth4webapi'
import * as openid from 'openid-client'
import { createMockIdp, type MockIdp } from '../../../index.ts'
import { seedIds } from '../../../mock-idp/directory/seed-ids.ts'

// Certified clients for any OpenID provider sign somebody in for a device, as their documentation says.

const { contoso, kiosk, bea } = seedIds
const issuer = new URL(`https://localhost/${contoso}/v2.0`)
const scope = 'openid profile offline_access https://graph.microsoft.com/User.Read'

let idp: MockIdp
beforeEach(async () => {
  idp = await createMockIdp()
})

const customFetch = (url: string | URL, init?: object) => idp.fetch(new Request(url, init))

async function signIn(userCode: string, decision: object): Promise<void> {
  const answer = await idp.fetch(
    new Request(`https://localhost/_mock/device-codes?tenant=${contoso}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userCode, ...decision }),
    }),
  )
  assert.equal(answer.status, 204, await answer.text())
}

async function discoverKiosk(): Promise<openid.Configuration> {
  return openid.discovery(issuer, kiosk, undefined, openid.None(), {
    [openid.customFetch]: customFetch,
  })
}

test('openid-client gets the tokens of whoever typed the code, and renews them', async () => {
  const configuration = await discoverKiosk()
  const device = await openid.initiateDeviceAuthorization(configuration, { scope })
  await signIn(device.user_code, { user: bea })
  const tokens = await openid.pollDeviceAuthorizationGrant(configuration, {
    ...device,
    interval: 0,
  })
  assert.equal(tokens.claims()?.oid, bea)
  const renewed = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '')
  assert.notEqual(renewed.access_token, tokens.access_token)
  const claims = await openid.fetchUserInfo(
    configuration,
    tokens.access_token,
    openid.skipSubjectCheck,
  )
  assert.equal(claims.name, 'Bea Baker')
})

test('openid-client reports that the user declined', async () => {
  const configuration = await discoverKiosk()
  const device = await openid.initiateDeviceAuthorization(configuration, { scope })
  await signIn(device.user_code, { decline: true })
  await assert.rejects(
    openid.pollDeviceAuthorizationGrant(configuration, { ...device, interval: 0 }),
    { error: 'authorization_declined' },
  )
})

test('oauth4webapi waits until the code was typed', async () => {
  const options = { [oauth.customFetch]: customFetch }
  const discovered = await oauth.discoveryRequest(issuer, options)
  const server = await oauth.processDiscoveryResponse(issuer, discovered)
  const client = { client_id: kiosk }
  const asked = await oauth.deviceAuthorizationRequest(
    server,
    client,
    oauth.None(),
    { scope },
    options,
  )
  const device = await oauth.processDeviceAuthorizationResponse(server, client, asked)
  const poll = async () => {
    const answer = await oauth.deviceCodeGrantRequest(
      server,
      client,
      oauth.None(),
      device.device_code,
      options,
    )
    return oauth.processDeviceCodeResponse(server, client, answer)
  }
  await assert.rejects(poll(), { error: 'authorization_pending' })
  await signIn(device.user_code, { user: bea })
  const tokens = await poll()
  assert.equal(oauth.getValidatedIdTokenClaims(tokens)?.oid, bea)
})
