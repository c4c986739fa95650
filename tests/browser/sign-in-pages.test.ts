import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright'
import { type RunningMockIdp, startMockIdp } from '../../index.ts'
import { seedIds } from '../../mock-idp/directory/seed-ids.ts'
import { inspect, launchChromium, usePage } from './inspect-page.ts'

const { contoso, desk, intranet } = seedIds

let mock: RunningMockIdp
let browser: Browser
let app: Server
let appAddress = ''
/** What came to the app: method, address and body. */
const arrived: string[] = []

before(async () => {
  mock = await startMockIdp({ port: 0 })
  browser = await launchChromium()
  app = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    if (request.url !== '/favicon.ico') arrived.push(`${request.method} ${request.url} ${body}`)
    response.end('<title>The app</title>')
  })
  await new Promise<void>((done) => app.listen(0, 'localhost', done))
  const address = app.address()
  appAddress = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
})
after(async () => {
  await browser.close()
  app.close()
  await mock.close()
})

type Parameters = Readonly<Record<string, string>>

function authorizeUrl(changes: Parameters = {}): string {
  const query = new URLSearchParams({
    client_id: intranet,
    response_type: 'code',
    redirect_uri: `${appAddress}/signed-in`,
    scope: 'User.Read openid',
    state: 'a state',
    ...changes,
  })
  return `${mock.authorityHost}/${contoso}/oauth2/v2.0/authorize?${query}`
}

function withPage(use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  arrived.length = 0
  return usePage(browser, use)
}

test('a person signs in and consents with the keyboard alone, and is back at the app', () =>
  withPage(async (page) => {
    await page.goto(authorizeUrl())
    await inspect(page)
    await page.getByTestId('person-bea@contoso.example').focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('consent-page').waitFor()
    await inspect(page)
    await page.getByTestId('decline').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${appAddress}/signed-in**`)
    const query = new URL(page.url()).searchParams
    assert.match(query.get('code') ?? '', /^1\.A/)
    assert.equal(query.get('state'), 'a state')
  }))

test('a page that refuses says so to a screen reader, and the next try goes on', () =>
  withPage(async (page) => {
    await page.goto(authorizeUrl())
    await page.getByTestId('username').fill('nobody@contoso.example')
    await page.getByTestId('sign-in').click()
    await page.getByRole('alert').waitFor()
    await inspect(page)
    await page.getByRole('button', { name: 'Carlos Costa' }).click()
    await page.getByTestId('consent-page').waitFor()
  }))

test('who cannot consent finds the way back to the app, and an administrator the way on', () =>
  withPage(async (page) => {
    await page.goto(authorizeUrl({ scope: 'User.Read.All' }))
    await page.getByRole('button', { name: 'Bea Baker' }).click()
    await page.getByTestId('approval-page').waitFor()
    await inspect(page)
    await page.getByTestId('back').click()
    await page.waitForURL(`${appAddress}/signed-in**`)
    assert.equal(new URL(page.url()).searchParams.get('error'), 'access_denied')
    await page.goto(authorizeUrl({ scope: 'User.Read.All' }))
    await page.getByTestId('other-account').click()
    await page.getByRole('button', { name: 'Ada Administrator' }).click()
    await page.getByTestId('for-organization').check()
    await inspect(page)
    await page.getByTestId('accept').click()
    await page.waitForURL(`${appAddress}/signed-in?code=**`)
  }))

test('the error page says the code and the ids, and leads nowhere', () =>
  withPage(async (page) => {
    await page.goto(authorizeUrl({ redirect_uri: 'https://elsewhere.example/' }))
    await inspect(page)
    assert.equal(await page.getByTestId('error-code').textContent(), 'AADSTS50011')
    assert.match((await page.getByTestId('trace-id').textContent()) ?? '', /^[0-9a-f-]{36}$/)
    assert.match((await page.getByTestId('correlation-id').textContent()) ?? '', /^[0-9a-f-]{36}$/)
    assert.equal(await page.getByRole('link').count(), 0)
  }))

test('the answer comes to the app as a form, with scripts and without', async () => {
  const url = authorizeUrl({ response_mode: 'form_post', prompt: 'none' })
  await withPage(async (page) => {
    await page.goto(url)
    await page.waitForURL(`${appAddress}/signed-in`)
    assert.match(
      arrived.join(),
      /^POST \/signed-in error=login_required&error_description=AADSTS50058/,
    )
  })
  const context = await browser.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByTestId('continue').click()
  await page.waitForURL(`${appAddress}/signed-in`)
  await context.close()
})

test('a public client gets its answer behind the number sign, on any port of this machine', () =>
  withPage(async (page) => {
    const changes = { client_id: desk, redirect_uri: appAddress, response_mode: 'fragment' }
    await page.goto(authorizeUrl({ ...changes, prompt: 'none' }))
    assert.match(new URL(page.url()).hash, /^#error=login_required&/)
  }))
