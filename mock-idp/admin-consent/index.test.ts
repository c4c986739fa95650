import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { control, formOf, origin, t1Request } from '../testing/mock-world.ts'
import {
  bea,
  contoso,
  intranet,
  openBrowser,
  type Shown,
  signedInAt,
} from '../testing/open-browser.ts'

const { administrator, booking, concierge, ordersApi } = seedIds
const graph = 'https://graph.microsoft.com'
const portal = 'https://entra.microsoft.com/TokenAuthorize'
const usual = {
  client_id: intranet,
  scope: `${graph}/Mail.Read ${graph}/Calendars.Read offline_access`,
  redirect_uri: signedInAt,
  state: 'a & b',
}

async function open(
  changes: Readonly<Record<string, string | undefined>> = {},
  path = 'v2.0/adminconsent',
) {
  const browser = await openBrowser()
  const given = Object.entries({ ...usual, ...changes })
  const query = new URLSearchParams(
    given.filter((one): one is [string, string] => one[1] !== undefined),
  )
  const url = `/${contoso}/${path}?${query}`
  const { mock, send, pick } = browser
  const ask = async (user: string) => pick(await send(url), user)
  const token = await mock.graphToken({ tenantId: contoso, origin })
  const read = async (what: string) => {
    const headers = { authorization: `Bearer ${token}` }
    const response = await mock.fetch(new Request(`${origin}/v1.0/${what}`, { headers }))
    // biome-ignore lint/suspicious/noExplicitAny: a test reads members of JSON whose shape it asserts
    return ((await response.json()) as any).value
  }
  return { ...browser, url, ask, read }
}

const isAt = ({ text }: Shown, testId: string) =>
  assert.match(text, new RegExp(`data-testid="${testId}"`))
const ruleOf = ({ response }: Shown) => response.headers.get('x-mock-rule')

test('an administrator allows permissions for every user', async () => {
  const { ask, press, read } = await open()
  const page = await ask(administrator)
  isAt(page, 'admin-consent-page')
  assert.match(page.text, /data-testid="permission-Mail.Read"/)
  const { response, location, at } = await press(page, { decision: 'accept' })
  assert.equal(response.status, 302)
  assert.ok(location.startsWith(`${signedInAt}?admin_consent=True&tenant=${contoso}&scope=`))
  assert.equal(at.get('scope'), usual.scope)
  assert.equal(at.get('state'), 'a & b')
  const grants = await read(`servicePrincipals/${seedIds.intranetPrincipal}/oauth2PermissionGrants`)
  const written = grants.find(({ scope }: { scope: string }) => scope.includes('Mail.Read'))
  assert.equal(written.consentType, 'AllPrincipals')
  assert.equal(written.scope, 'Mail.Read Calendars.Read offline_access')
})

test('permissions of a blueprint are inherited by its agent identities', async () => {
  const { ask, press, mock } = await open({
    client_id: concierge,
    redirect_uri: portal,
    scope: undefined,
    role: `${graph}/Mail.Read`,
  })
  const token = await mock.graphToken({ tenantId: contoso, origin })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const inheritable = {
    resourceAppId: '00000003-0000-0000-c000-000000000000',
    inheritableRoles: { '@odata.type': '#microsoft.graph.allAllowedRoles' },
  }
  const path = `applications/${concierge}/microsoft.graph.agentIdentityBlueprint/inheritablePermissions`
  const body = JSON.stringify(inheritable)
  const made = await mock.fetch(
    new Request(`${origin}/beta/${path}`, { method: 'POST', headers, body }),
  )
  assert.equal(made.status, 201, await made.clone().text())
  const page = await ask(administrator)
  assert.match(page.text, /data-testid="role-Mail.Read"/)
  isAt(await press(page, { decision: 'accept' }), 'admin-consent-done-page')
  const url = `${origin}/${contoso}/oauth2/v2.0/token`
  const post = async (parameters: Readonly<Record<string, string>>) =>
    (await mock.fetch(new Request(url, { method: 'POST', body: formOf(parameters) }))).json()
  const t1 = await post(t1Request as Readonly<Record<string, string>>)
  const agent = await post({
    client_id: booking,
    grant_type: 'client_credentials',
    scope: `${graph}/.default`,
    client_assertion: t1.access_token,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  const claims = JSON.parse(atob(agent.access_token.split('.')[1]))
  assert.ok(claims.roles.includes('Mail.Read'))
})

test('an administrator is asked for several resources at once', async () => {
  const scope = `${graph}/Mail.Read api://${concierge}/access_agent`
  const { ask, press, read } = await open({ scope })
  await press(await ask(administrator), { decision: 'accept' })
  const grants = await read(`servicePrincipals/${seedIds.intranetPrincipal}/oauth2PermissionGrants`)
  assert.deepEqual(grants.map(({ scope: one }: { scope: string }) => one).sort(), [
    'Mail.Read',
    'access_agent',
  ])
})

for (const path of ['v2.0/adminconsent', 'adminconsent']) {
  test(`with .default, ${path} asks for what the client is registered for`, async () => {
    const scope = path === 'adminconsent' ? undefined : `${graph}/.default`
    const { ask } = await open({ scope }, path)
    assert.match((await ask(administrator)).text, /data-testid="permission-User.Read"/)
  })
}

test('an administrator who declines is led back with the reason, and nothing is written', async () => {
  const { ask, press, read } = await open()
  const { at, response } = await press(await ask(administrator), { decision: 'decline' })
  assert.equal(response.headers.get('x-mock-rule'), 'ADMIN-CONSENT-GIVEN')
  assert.equal(at.get('admin_consent'), 'True')
  assert.equal(at.get('error'), 'consent_required')
  assert.match(at.get('error_description') ?? '', /^AADSTS65004: .*\r\nTrace ID: /)
  assert.equal(at.get('state'), 'a & b')
  const grants = await read(`servicePrincipals/${seedIds.intranetPrincipal}/oauth2PermissionGrants`)
  assert.equal(grants.length, 1)
})

test('whoever is no administrator is told so, whatever the form says', async () => {
  const { ask, url, send, read } = await open()
  const page = await ask(bea)
  assert.equal(ruleOf(page), 'ADMIN-CONSENT-ADMINISTRATOR')
  assert.match(page.text, /AADSTS90094/)
  const body = new URLSearchParams({ decision: 'accept' })
  const forced = await send(url, { method: 'POST', body })
  assert.equal(ruleOf(forced), 'LOGIN-OWN-FORM')
  const grants = await read(`servicePrincipals/${seedIds.intranetPrincipal}/oauth2PermissionGrants`)
  assert.equal(grants.length, 1)
})

for (const [what, changes, rule] of [
  ['without a client', { client_id: undefined }, 'REQ-CLIENT-ID'],
  ['of an unknown client', { client_id: contoso }, 'CLIENT-KNOWN'],
  ['of an agent identity', { client_id: booking }, 'CONSENT-AGENT-INTERACTIVE'],
  ['without an address to come back to', { redirect_uri: undefined }, 'AUTHORIZE-REDIRECT-PRESENT'],
  [
    'with an address of somebody else',
    { redirect_uri: 'https://elsewhere.example/' },
    'AUTHORIZE-REDIRECT',
  ],
  ['for nothing', { scope: undefined }, 'ADMIN-CONSENT-SCOPE'],
  ['for a resource that is not there', { scope: 'api://nobody/all' }, 'RESOURCE-KNOWN'],
  [
    'for a permission that is not there',
    { scope: `${graph}/Nothing.Read` },
    'AUTHORIZE-SCOPE-KNOWN',
  ],
  [
    'for a role that is not there',
    { role: `api://${ordersApi}/Nothing` },
    'ADMIN-CONSENT-ROLE-KNOWN',
  ],
] as const) {
  test(`a request ${what} ends on a page`, async () => {
    const { send, url } = await open(changes)
    const page = await send(url)
    assert.equal(ruleOf(page), rule)
    assert.equal(page.location, '')
    isAt(page, 'error-page')
  })
}

test('a hint signs its person in and consents without a page, where the tenant says so', async () => {
  const { mock, send, url } = await open({ login_hint: 'ada@contoso.example' })
  await control(mock, 'PUT', `/sign-in?tenant=${contoso}`, { automatic: true })
  const { at } = await send(url)
  assert.equal(at.get('admin_consent'), 'True')
  assert.equal(at.get('error'), null)
})
