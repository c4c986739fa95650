import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantDescription } from '../directory/description.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { answerOf, claimsOf, control, type Mock, origin } from '../testing/mock-world.ts'
import { bea, contoso, intranet, openBrowser, signedInAt } from '../testing/open-browser.ts'

type Applications = NonNullable<TenantDescription['applications']>

const forMany = (tenant: TenantDescription): TenantDescription => ({
  ...tenant,
  applications: tenant.applications?.map((one): Applications[number] => ({
    ...one,
    signInAudience: 'AzureADMultipleOrgs',
  })),
})
const gus = '7f000000-0000-4000-8000-000000000001'
const hal = '7f000000-0000-4000-8000-000000000002'
const northwind = '1f000000-0000-4000-8000-000000000001'
const adatum = '1f000000-0000-4000-8000-000000000002'

/** A browser; besides Contoso, Northwind knows its Intranet, and Adatum does not. */
async function openMany(settings: Readonly<Record<string, unknown>> = {}) {
  const browser = await openBrowser(settings, forMany)
  const { mock } = browser
  await addTenant(mock, northwind, 'northwind', { id: gus, displayName: 'Gus Green' })
  await addTenant(mock, adatum, 'adatum', { id: hal, displayName: 'Hal Hill' })
  const { body } = await control(mock, 'POST', `/graph-tokens?tenant=${northwind}`, {
    userId: gus,
    scopes: ['Application.ReadWrite.All'],
  })
  const made = await mock.fetch(
    new Request(`${origin}/v1.0/servicePrincipals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ appId: intranet }),
    }),
  )
  assert.equal(made.status, 201, await made.text())
  return browser
}

async function addTenant(
  mock: Mock,
  tenantId: string,
  name: string,
  person: { readonly id: string; readonly displayName: string },
) {
  const domain = `${name}.example`
  const user = {
    ...person,
    userPrincipalName: `person@${domain}`,
    directoryRoles: ['Cloud Application Administrator'],
  }
  const described = { tenantId, displayName: name, domains: [domain], users: [user] }
  const { status, body } = await control(mock, 'POST', '/tenants', described)
  assert.equal(status, 201, JSON.stringify(body))
}

const scope = 'openid offline_access'
type Browser = Awaited<ReturnType<typeof openMany>>

/** Signs somebody in by common, and consents. */
async function signIn({ authorize, pick, press }: Browser, person: string, changes = {}) {
  const shown = await pick(await authorize({ scope, ...changes }, 'common'), person)
  return shown.at.has('code') ? shown : press(shown, { decision: 'accept' })
}

for (const name of ['common', 'organizations']) {
  test(`whoever signs in by ${name} gets the tokens of their own tenant`, async () => {
    const browser = await openMany()
    const { at } = await signIn(browser, gus)
    const { body } = await browser.redeem(at.get('code') ?? '', {}, {}, name)
    const { oid, tid, iss } = claimsOf(body.id_token)
    assert.deepEqual([oid, tid, iss], [gus, northwind, `${origin}/${northwind}/v2.0`])
    const renewal = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }
    const renewed = await browser.redeem('', { ...renewal, scope }, {}, name)
    assert.equal(claimsOf(renewed.body.id_token).tid, northwind)
  })
}

test('the page at common offers people of tenants that know the app, and of no other', async () => {
  const { authorize } = await openMany()
  const { text } = await authorize({ scope }, 'common')
  for (const person of [bea, gus]) assert.ok(text.includes(`value="${person}"`), person)
  assert.ok(!text.includes(hal))
  assert.ok(!(await authorize({ scope })).text.includes(gus))
})

test('a browser that is signed in at one tenant can sign in at another', async () => {
  const browser = await openMany()
  const { at } = await signIn(browser, bea)
  const { body } = await browser.redeem(at.get('code') ?? '', {}, {}, 'common')
  assert.equal(claimsOf(body.id_token).tid, contoso)
  assert.ok((await browser.authorize({ scope, prompt: 'none' }, 'common')).at.get('code'))
  const other = await signIn(browser, gus, { prompt: 'select_account' })
  const answer = await browser.redeem(other.at.get('code') ?? '', {}, {}, 'common')
  assert.equal(claimsOf(answer.body.id_token).tid, northwind)
})

test('a hint leads to the tenant of its domain', async () => {
  const { authorize } = await openMany()
  const { text } = await authorize({ scope, login_hint: 'person@northwind.example' }, 'common')
  assert.match(text, /value="person@northwind\.example"/)
  const hinted = await authorize({ scope, domain_hint: 'northwind.example' }, 'common')
  assert.match(hinted.text, /northwind\.example, contoso\.example/)
})

test('whoever signs out by common is signed out where they signed in', async () => {
  const browser = await openMany()
  await signIn(browser, gus)
  const { text } = await browser.send('/common/oauth2/v2.0/logout')
  assert.match(text, /northwind/)
  const { at } = await browser.authorize({ scope, prompt: 'none' }, 'common')
  assert.equal(at.get('error'), 'login_required')
  assert.equal((await browser.send('/common/oauth2/v2.0/logout')).response.status, 200)
})

test('a device asks by common, and its user signs in where the app has its home', async () => {
  const { mock, send, press, pick } = await openMany()
  const asked = await mock.fetch(
    new Request(`${origin}/common/oauth2/v2.0/devicecode`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: seedIds.kiosk, scope }),
    }),
  )
  const device = await asked.json()
  assert.equal(device.verification_uri, `${origin}/${contoso}/oauth2/deviceauth`)
  const page = await send(new URL(device.verification_uri).pathname)
  const who = await send((await press(page, { user_code: device.user_code })).location)
  const consent = await press(await pick(who, bea), { action: 'continue' })
  await press(consent, { action: 'accept' })
  const answer = await mock.fetch(
    new Request(`${origin}/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: seedIds.kiosk,
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: device.device_code,
      }),
    }),
  )
  const told = await answer.json()
  assert.equal(answer.status, 200, JSON.stringify(told))
  assert.equal(claimsOf(told.id_token).oid, bea)
})

test('an app of one tenant hears at common that it is no app of many', async () => {
  const { authorize, redeem, mock } = await openBrowser()
  const { at, response } = await authorize({}, 'common')
  assert.deepEqual(
    [response.headers.get('x-mock-rule'), at.get('error')],
    ['CLIENT-MULTITENANT', 'invalid_request'],
  )
  const { rule, body } = await redeem('1.Aunknown', {}, {}, 'organizations')
  assert.deepEqual([rule, body.error_codes], ['CLIENT-MULTITENANT', [50194]])
  const device = await answerOf(
    await mock.fetch(
      new Request(`${origin}/common/oauth2/v2.0/devicecode`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: seedIds.kiosk, scope }),
      }),
    ),
  )
  assert.equal(device.rule, 'TENANT-SPECIFIC')
})

test('nobody signs in by consumers', async () => {
  const { authorize } = await openMany()
  const { response } = await authorize({ scope }, 'consumers')
  assert.equal(response.headers.get('x-mock-rule'), 'TENANT-SPECIFIC')
})

test('a person of a tenant that does not know the app cannot sign in by common', async () => {
  const { authorize, press } = await openMany()
  const page = await authorize({ scope }, 'common')
  for (const who of [{ user: hal }, { username: 'person@adatum.example' }]) {
    const { response } = await press(page, who)
    assert.equal(response.headers.get('x-mock-rule'), 'LOGIN-USER-KNOWN')
  }
})

test('a form of the page at common that another browser sends is refused in every tenant', async () => {
  const { authorize, press, forgetCookie } = await openMany()
  const page = await authorize({ scope }, 'common')
  for (const user of [bea, gus]) {
    forgetCookie()
    const { response } = await press(page, { user })
    assert.equal(response.headers.get('x-mock-rule'), 'LOGIN-OWN-FORM')
  }
})

test('an administrator consents by organizations for an app of many tenants alone', async () => {
  const query = new URLSearchParams({
    client_id: intranet,
    scope: 'User.Read',
    redirect_uri: signedInAt,
  })
  const path = `/organizations/v2.0/adminconsent?${query}`
  const many = await openMany()
  assert.match((await many.send(path)).text, /data-testid="sign-in-page"/)
  const { response } = await (await openBrowser()).send(path)
  assert.equal(response.headers.get('x-mock-rule'), 'CLIENT-MULTITENANT')
})
