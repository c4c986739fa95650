import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../tests/support/exhaustive.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { openMock, origin } from '../testing/mock-world.ts'

const { contoso, concierge, intranet, kiosk } = seedIds
const mock = await openMock()

const paths = [
  'oauth2/v2.0/devicecode',
  'oauth2/v2.0/token',
  'oauth2/deviceauth',
  'v2.0/adminconsent',
  'adminconsent',
  'oauth2/v2.0/logout',
  'oauth2/v2.0/authorize',
  'login',
]
const names = [
  ...[
    'client_id',
    'scope',
    'role',
    'redirect_uri',
    'state',
    'login_hint',
    'grant_type',
    'device_code',
  ],
  ...['user_code', 'request', 'action', 'decision', 'csrf_token', 'post_logout_redirect_uri'],
  ...['response_type', 'response_mode', 'prompt', 'nonce', 'claims', 'code_challenge'],
  ...['code_challenge_method', 'domain_hint', 'user', 'username', 'password', 'resource'],
  ...['id_token_hint', 'logout_hint', '__proto__', 'constructor'],
]
const text = fc.oneof(
  fc.constantFrom(
    kiosk,
    intranet,
    concierge,
    contoso,
    '__proto__',
    'constructor',
    'continue',
    'accept',
  ),
  fc.constantFrom(
    'urn:ietf:params:oauth:grant-type:device_code',
    'http://localhost/signed-in',
    '.default',
    'code',
    'form_post',
    'none',
    '{"access_token":{"acrs":null}}',
  ),
  fc.constantFrom(
    'https://graph.microsoft.com/.default',
    'https://graph.microsoft.com/',
    '/',
    'openid',
  ),
  fc.constantFrom(
    'javascript:alert(1)',
    '//elsewhere.example',
    'a.b.c',
    '<script>',
    '"><b>',
    '\r\nx: y',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const parameters = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 6 })
const cookie = fc.constantFrom(
  '',
  'ESTSAUTH=',
  'ESTSAUTH=x; ESTSAUTH=y',
  '=; ;;',
  'ESTSAUTH=__proto__',
)
const tenant = fc.constantFrom(
  contoso,
  'contoso.example',
  'common',
  'nobody.example',
  '%00',
  '__proto__',
)

test('no request to a page or an endpoint of devices, consent, sign-in or sign-out fails the mock, or leads elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.boolean(),
      parameters,
      parameters,
      cookie,
      tenant,
      async (path, isPost, query, form, sent, name) => {
        const url = `${origin}/${name}/${path}?${new URLSearchParams(query)}`
        const init = isPost ? { method: 'POST', body: new URLSearchParams(form) } : {}
        const response = await mock.fetch(new Request(url, { headers: { cookie: sent }, ...init }))
        assert.ok(response.status < 500, `${response.status} ${url}`)
        const location = response.headers.get('location') ?? ''
        assert.match(location, /^$|^http:\/\/localhost\/|^\/[\w.-]+\/oauth2\/deviceauth\?request=/)
        const isPage = response.headers.get('content-type')?.includes('html') ?? false
        if (isPage) assert.doesNotMatch(await response.text(), /<script>|"><b>/)
      },
    ),
    { numRuns: runs(20_000, 500), seed: 20261123 },
  )
})
