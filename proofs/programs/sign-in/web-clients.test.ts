import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import * as oauth from 'oauth4webapi'
import * as openid from 'openid-client'
import { createMockIdp, type MockIdp } from '../../../index.ts'
import { seedIds, seedSecrets } from '../../../mock-idp/directory/seed-ids.ts'

// Certified clients for any OpenID provider sign somebody in by authorization code, as their documentation says.

const { contoso, intranet, desk, concierge, bea } = seedIds
const issuer = new URL(`https://localhost/${contoso}/v2.0`)
const scope = `openid profile offline_access api://${concierge}/access_agent`
const hint = { login_hint: 'bea@contoso.example' }

let idp: MockIdp
beforeEach(async () => {
  idp = await createMockIdp()
  await askMock('sign-in', { automatic: true })
})

const customFetch = (url: string | URL, init?: object) => idp.fetch(new Request(url, init))

async function askMock(path: string, body: object): Promise<void> {
  const answer = await customFetch(`https://localhost/_mock/${path}?tenant=${contoso}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  assert.equal(answer.status, 200, await answer.text())
}

/** Where the browser is sent back to. */
async function visit(url: URL): Promise<URL> {
  const answer = await customFetch(url, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? assert.fail(await answer.text()))
}

const web = async () =>
  openid.discovery(issuer, intranet, undefined, openid.ClientSecretPost(seedSecrets.intranet), {
    [openid.customFetch]: customFetch,
  })
const page = 'http://localhost/signed-in'

test('openid-client signs a person in at a web app, and gets Tc for the blueprint', async () => {
  const configuration = await web()
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()]
  const returned = await visit(
    openid.buildAuthorizationUrl(configuration, {
      ...hint,
      redirect_uri: page,
      scope,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
    }),
  )
  const checks = { pkceCodeVerifier, expectedState, expectedNonce }
  const tokens = await openid.authorizationCodeGrant(configuration, returned, checks)
  assert.equal(tokens.claims()?.oid, bea)
  const { aud, oid, scp } = claimsOf(tokens.access_token)
  assert.deepEqual({ aud, oid, scp }, { aud: concierge, oid: bea, scp: 'access_agent' })
  await assert.rejects(openid.authorizationCodeGrant(configuration, returned, checks), {
    error: 'invalid_grant',
  })
})

test('openid-client learns that its verifier is another one', async () => {
  const configuration = await web()
  const state = openid.randomState()
  const challenge = await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier())
  const returned = await visit(
    openid.buildAuthorizationUrl(configuration, {
      ...hint,
      redirect_uri: page,
      scope,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }),
  )
  await assert.rejects(
    openid.authorizationCodeGrant(configuration, returned, {
      pkceCodeVerifier: openid.randomPKCECodeVerifier(),
      expectedState: state,
    }),
    { error: 'invalid_grant' },
  )
})

test('oauth4webapi signs a person in at a desktop app without a secret', async () => {
  const options = { [oauth.customFetch]: customFetch }
  const discovered = await oauth.discoveryRequest(issuer, options)
  const server = await oauth.processDiscoveryResponse(issuer, discovered)
  const client = { client_id: desk }
  const verifier = oauth.generateRandomCodeVerifier()
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const address = new URL(server.authorization_endpoint ?? '')
  address.search = new URLSearchParams({
    ...hint,
    client_id: desk,
    redirect_uri: 'http://localhost:4711',
    response_type: 'code',
    scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString()
  const returned = oauth.validateAuthResponse(server, client, await visit(address), state)
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    returned,
    'http://localhost:4711',
    verifier,
    options,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  assert.equal(oauth.getValidatedIdTokenClaims(tokens)?.oid, bea)
})

function claimsOf(token: string) {
  const [, payload = ''] = token.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}
