import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import * as openid from 'openid-client'
import type { Browser, BrowserContext, Page } from 'playwright'
import { clientSecret, createAgentIdentityClient } from '../../../client/index.ts'
import { type RunningMockIdp, startMockIdp } from '../../../index.ts'
import type { TenantDescription } from '../../../mock-idp/directory/description.ts'
import { graphAppId } from '../../../mock-idp/directory/resource.ts'
import { contoso as contosoOf } from '../../../mock-idp/directory/seed.ts'
import { seedIds, seedSecrets } from '../../../mock-idp/directory/seed-ids.ts'
import { launchChromium, usePage } from '../../../tests/browser/inspect-page.ts'
import { type TrustingFetch, trustingFetch } from '../../../wire/trusting-fetch.ts'
import { agentApi } from './story/agent-api.ts'
import { type Listening, listen } from './story/listen.ts'
import { overhear } from './story/overhear.ts'
import { webApp } from './story/web-app.ts'

// Bea at a web app, the agent Booking behind its API, and the mock between them: from the first sign-in to the last.

const { contoso, intranet, concierge, booking, bea } = seedIds

let mock: RunningMockIdp
let browser: Browser
let network: TrustingFetch
let api: Listening
let app: Listening
/** Whatever the web app and the API sent and got that is worth something to a thief. */
const secrets = new Set<string>()

before(async () => {
  mock = await startMockIdp({ port: 0, directory: { tenants: [withoutConsent()] } })
  browser = await launchChromium()
  network = trustingFetch(await readFile(mock.caFile, 'utf8'))
  const fetch = overhear(network.fetch, secrets)
  const { authorityHost } = mock
  const authority = `${authorityHost}/${contoso}`
  const client = createAgentIdentityClient({
    authorityHost,
    tenantId: contoso,
    blueprintClientId: concierge,
    credential: clientSecret(seedSecrets.concierge),
    fetch,
  })
  api = await listen(
    agentApi({
      authority,
      blueprintClientId: concierge,
      agentIdentityId: booking,
      client,
      graphUrl: authorityHost,
      fetch,
    }),
  )
  const configuration = await openid.discovery(
    new URL(`${authority}/v2.0`),
    intranet,
    undefined,
    openid.ClientSecretPost(seedSecrets.intranet),
    { [openid.customFetch]: (url, init) => fetch(url, init as RequestInit) },
  )
  const scope = `api://${concierge}/access_agent`
  app = await listen(webApp({ configuration, apiUrl: api.url, scope }))
})
after(async () => {
  await browser.close()
  app.close()
  api.close()
  await network.close()
  await mock.close()
})

test('a person signs in, lets an agent act, steps up for it, and signs out', () =>
  usePage(browser, async (page, context) => {
    await askMock('PUT', 'sign-in', { methods: ['pwd'] })

    await signInForTheFirstTime(page)
    assert.deepEqual(await askAgent(page), onBehalfOfBea(['pwd']))

    await demandSeveralFactors()
    await page.getByRole('button', { name: 'Ask the agent who I am' }).click()
    await page.getByTestId('several-factors').waitFor()
    await pickBea(page)
    assert.deepEqual(await answerOf(page), onBehalfOfBea(['pwd', 'mfa']))

    await comeBackWithoutAPage(page)
    await keepCookies(context)
    await page.getByRole('link', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in', exact: true }).click()
    await page.getByTestId('sign-in-page').waitFor()
    assert.equal(await page.getByTestId('several-factors').count(), 0)

    await assertJournalKeepsSecrets()
  }))

/** Contoso, where nobody has allowed the Intranet anything yet. */
function withoutConsent(): TenantDescription {
  const { permissionGrants = [], ...tenant } = contosoOf(seedIds)
  return {
    ...tenant,
    permissionGrants: permissionGrants.filter(({ client }) => client !== intranet),
  }
}

async function signInForTheFirstTime(page: Page): Promise<void> {
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Sign in' }).click()
  assert.equal(await page.getByTestId('app').textContent(), 'Intranet')
  await pickBea(page)
  assert.equal(await page.getByTestId('user').textContent(), 'Bea Baker')
  await page.getByTestId('accept').click()
  await page.getByText('Hello, Bea Baker').waitFor()
}

function pickBea(page: Page): Promise<void> {
  return page.getByTestId('person-bea@contoso.example').click()
}

async function askAgent(page: Page): Promise<unknown> {
  await page.getByRole('button', { name: 'Ask the agent who I am' }).click()
  return answerOf(page)
}

async function answerOf(page: Page): Promise<unknown> {
  const answer = page.getByTestId('answer').filter({ hasText: /./ })
  return JSON.parse((await answer.textContent()) ?? '')
}

/** The token at Microsoft Graph is about the person, and the agent is its client. */
function onBehalfOfBea(methods: readonly string[]) {
  return { name: 'Bea Baker', oid: bea, appid: booking, idtyp: 'user', amr: methods }
}

function demandSeveralFactors(): Promise<string> {
  return askMock('POST', 'access-policies', {
    displayName: 'Several factors for Graph',
    appliesTo: 'people',
    resource: graphAppId,
    control: 'mfa',
  })
}

/** The browser is signed in: a new sign-in shows no page, and the web app forgets the answer. */
async function comeBackWithoutAPage(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByTestId('answer').filter({ hasText: /^$/ }).waitFor({ state: 'attached' })
}

/** Those that the browser sends to the mock: cookies know no ports, so that of the web app goes there too. */
async function keepCookies(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies(`${mock.authorityHost}/${contoso}/`)
  assert.deepEqual(cookies.map(({ name }) => name).sort(), ['ESTSAUTH', 'session'])
  for (const { value } of cookies) secrets.add(value)
}

async function assertJournalKeepsSecrets(): Promise<void> {
  const journal = await askMock('GET', 'requests')
  const endpoints = new Set(
    JSON.parse(journal).requests.map(({ endpoint }: { endpoint: string }) => endpoint),
  )
  for (const endpoint of ['authorize', 'signIn', 'token', 'graph', 'logout']) {
    assert.ok(endpoints.has(endpoint), endpoint)
  }
  // Three codes with verifiers and the tokens of each, four times T1 and its use, two secrets and a cookie.
  assert.ok(secrets.size > 15, String(secrets.size))
  const shown = [...secrets].filter((secret) => journal.includes(secret))
  assert.deepEqual(shown, [])
}

async function askMock(method: string, path: string, body?: object): Promise<string> {
  const url = `${mock.authorityHost}/_mock/${path}?tenant=${contoso}`
  const headers = { 'content-type': 'application/json' }
  const sent = body && { body: JSON.stringify(body), headers }
  const answer = await network.fetch(url, { method, ...sent })
  const text = await answer.text()
  assert.ok(answer.ok, text)
  return text
}
