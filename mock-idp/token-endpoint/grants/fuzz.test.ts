import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../tests/support/exhaustive.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { anyJson, encodedPart, jwtPart, written } from '../../testing/arbitrary-jwt.ts'
import {
  askToken,
  claimsOf,
  control,
  headerOf,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
  userFicRequest,
} from '../../testing/mock-world.ts'
import { openBrowser, signedInAt } from '../../testing/open-browser.ts'

const { mock: idp, authorize } = await openBrowser({ automatic: true })
const t1 = tokenOf(await askToken(idp, t1Request))

async function orderTc(): Promise<string> {
  const { body } = await control(idp, 'POST', `/tokens?tenant=${seedIds.contoso}`, {
    kind: 'user',
    user: 'bea@contoso.example',
    client: seedIds.intranet,
    audience: seedIds.concierge,
  })
  return String(body.token)
}

const onBehalfOf = redemption(t1, {
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  requested_token_use: 'on_behalf_of',
  assertion: await orderTc(),
})
const asAgentUser = await userFicRequest(idp)
const { body: refreshable } = await askToken(idp, {
  ...onBehalfOf,
  scope: 'https://graph.microsoft.com/.default offline_access',
})
const ofIntranet = {
  client_id: seedIds.intranet,
  client_secret: 'intranet-secret-for-tests-only',
  scope: 'openid',
}
const { at: signedIn } = await authorize({ login_hint: 'bea@contoso.example' })

/** For each grant a request, and the parameter that holds what the grant rests on. */
const requests: readonly (readonly [holder: string, request: Parameters])[] = [
  ['assertion', onBehalfOf],
  ['user_federated_identity_credential', asAgentUser],
  ['client_assertion', onBehalfOf],
  ['client_assertion', asAgentUser],
  [
    'refresh_token',
    redemption(t1, {
      grant_type: 'refresh_token',
      refresh_token: String(refreshable.refresh_token),
    }),
  ],
  [
    'code',
    {
      ...ofIntranet,
      grant_type: 'authorization_code',
      redirect_uri: signedInAt,
      code: signedIn.get('code') ?? '',
    },
  ],
  [
    'device_code',
    {
      client_id: seedIds.kiosk,
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'no-device-code',
    },
  ],
]
const ofTokens = requests.slice(0, 4)

const headerNames = ['alg', 'kid', 'typ', 'x5t', 'nonce', 'enc']
const claimNames = [
  ...['iss', 'aud', 'sub', 'oid', 'tid', 'azp', 'appid', 'azpacr', 'idtyp', 'scp', 'roles', 'ver'],
  ...['exp', 'nbf', 'iat', 'sid', 'amr', 'acr', 'acrs', 'xms_cc', 'xms_par_app_azp', 'xms_act_fct'],
]

test('the requests that are made hostile here bring tokens as they are', async () => {
  for (const [, request] of requests.slice(0, 5)) tokenOf(await askToken(idp, request))
})

async function isRefused(form: Parameters): Promise<void> {
  const { status, body, rule } = await askToken(idp, form)
  assert.ok([400, 401].includes(status), `${status} ${rule}`)
  assert.equal([body.error_codes].flat().length, 1)
}

test('whatever a token says that stands for a person or an agent, a signature that is not its own is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ofTokens),
      jwtPart(headerNames),
      jwtPart(claimNames),
      fc.oneof(fc.constant('AAAA'), fc.string({ maxLength: 6 })),
      async ([holder, request], header, claims, signature) => {
        const genuine = request[holder] ?? ''
        const head = encodedPart({ ...headerOf(genuine), ...header })
        const said = encodedPart({ ...claimsOf(genuine), ...claims })
        await isRefused({ ...request, [holder]: `${head}.${said}.${signature}` })
      },
    ),
    { numRuns: runs(8_000, 200), seed: 20261201 },
  )
})

test('whatever text stands for a token, a code or a refresh token, the answer is a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...requests),
      fc.nat({ max: 2_000 }),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('.', '..', '__proto__'),
      ),
      fc.boolean(),
      async ([holder, request], place, more, isWhole) => {
        const genuine = request[holder] ?? ''
        const at = place % (genuine.length || 1)
        const text = isWhole ? more : `${genuine.slice(0, at)}${more}${genuine.slice(at + 1)}`
        await isRefused({ ...request, [holder]: `${text}x` })
      },
    ),
    { numRuns: runs(3_000, 200), seed: 20261201 },
  )
})

test('whatever else a request names, it is answered, and its entry can be read', async () => {
  const names = ['scope', 'claims', 'resource', 'user_id', 'username', 'requested_token_use']
  const more = ['client_info', 'fmi_path', 'code_verifier', 'redirect_uri', '__proto__']
  const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), anyJson.map(written))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...requests),
      fc.dictionary(fc.constantFrom(...names, ...more), value, { maxKeys: 4 }),
      async ([, request], changes) => {
        const { status, rule } = await askToken(idp, { ...request, ...changes })
        assert.ok(status < 500, `${status} ${rule} ${JSON.stringify(changes)}`)
      },
    ),
    { numRuns: runs(3_000, 200), seed: 20261201 },
  )
  assert.equal((await control(idp, 'GET', `/requests?tenant=${seedIds.contoso}`)).status, 200)
})
