import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright'
import { openConsole } from '../../../cli/serve/open-console.ts'
import { type RunningMockIdp, type StartOptions, startMockIdp } from '../../../index.ts'
import { seedIds, seedSecrets } from '../../../mock-idp/directory/seed-ids.ts'
import { inspect, launchChromium, usePage } from '../../../tests/browser/inspect-page.ts'

let browser: Browser
let dataFolder: string
before(async () => {
  browser = await launchChromium()
  dataFolder = await mkdtemp(join(tmpdir(), 'agentid-'))
})
after(async () => {
  await browser.close()
  await rm(dataFolder, { recursive: true, force: true })
})

/** A page of the console of a mock of its own, which complains of nothing. */
async function useConsole(
  use: (page: Page, idp: RunningMockIdp) => Promise<void>,
  options: StartOptions = {},
): Promise<void> {
  const idp = await startMockIdp({ port: 0, httpPort: 0, dataFolder, openConsole, ...options })
  try {
    await usePage(browser, async (page) => {
      await page.setViewportSize({ width: 1400, height: 900 })
      await use(page, idp)
    })
  } finally {
    await idp.close()
  }
}

const t1Request = {
  client_id: seedIds.concierge,
  client_secret: seedSecrets.concierge,
  scope: 'api://AzureADTokenExchange/.default',
  grant_type: 'client_credentials',
  fmi_path: seedIds.booking,
}

async function ask({ httpUrl }: RunningMockIdp, change: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({ ...t1Request, ...change })
  await fetch(`${httpUrl}/${seedIds.contoso}/oauth2/v2.0/token`, { method: 'POST', body })
}

const rows = (page: Page) => page.locator('.row')
const following = (page: Page) => page.getByText('following').waitFor()

test('a request appears as it comes, and opens with the keyboard to its story', () =>
  useConsole(async (page, idp) => {
    await page.goto(`${idp.authorityHost}/`)
    await page.getByText('Nothing yet.').waitFor()
    await inspect(page)
    await following(page)
    await ask(idp)
    await rows(page).first().waitFor()
    await ask(idp, { client_secret: 'wrong' })
    await rows(page).nth(1).waitFor()
    await rows(page).nth(1).getByRole('link').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'A client secret belongs to the client' }).waitFor()
    const focused = await page.evaluate(() => document.activeElement?.textContent)
    assert.equal(focused, 'Concierge asks for T1 of Booking')
    for (const part of await page.locator('details').all()) {
      await part.evaluate((one) => one.setAttribute('open', ''))
    }
    await inspect(page)
    await page.goBack()
    await page.getByText('Open a request to read its story.').waitFor({ state: 'attached' })
  }))

test('a filter narrows the list, and what comes later too', () =>
  useConsole(async (page, idp) => {
    await ask(idp)
    await page.goto(`${idp.authorityHost}/`)
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('refused')
    await page.getByText('Nothing yet.').waitFor()
    await following(page)
    await ask(idp)
    await ask(idp, { client_secret: 'wrong' })
    await rows(page).first().waitFor()
    assert.equal(await rows(page).count(), 1)
    assert.match(page.url(), /outcome=refused$/)
  }))

test('a thousand requests are listed, and no more', () =>
  useConsole(async (page, idp) => {
    await page.goto(`${idp.authorityHost}/`)
    await following(page)
    for (let count = 0; count < 1010; count += 10) {
      await Promise.all(Array.from({ length: 10 }, () => ask(idp, { client_id: 'nobody' })))
    }
    await page.getByText('1000 requests', { exact: false }).waitFor()
    assert.equal(await rows(page).count(), 1000)
    // Rows beyond the window are not laid out.
    const laidOut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.row a')].filter((one) =>
          one.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    )
    assert.ok(laidOut < 200, `${laidOut}`)
  }))

test('a text is explained, and a token nowhere but in its field', () =>
  useConsole(async (page, idp) => {
    await page.goto(`${idp.authorityHost}/?view=explain`)
    await page.getByRole('button', { name: 'T1-AGENT' }).click()
    await page.getByRole('heading', { name: 'Only the agent identity that T1 names' }).waitFor()
    await inspect(page)
    assert.doesNotMatch(page.url(), /T1-AGENT/)
  }))

test('the directory is walked, and an agent identity and a secret are made', () =>
  useConsole(async (page, idp) => {
    await page.goto(`${idp.authorityHost}/?view=directory`)
    await page.getByRole('link', { name: 'Booking', exact: true }).click()
    await page.getByRole('heading', { name: 'Booking' }).waitFor()
    await inspect(page)
    await page.getByRole('textbox', { name: 'Name of the agent' }).fill('Catering')
    await page.getByRole('button', { name: 'New agent identity' }).click()
    await page.getByText('Made Catering.').waitFor()
    await page.getByRole('link', { name: 'Concierge', exact: true }).first().click()
    await page.getByRole('button', { name: 'New secret for Concierge' }).click()
    await page.getByRole('button', { name: 'Copy it' }).waitFor()
    await inspect(page)
  }))

test('a flow is played with the keyboard, and broken', () =>
  useConsole(async (page, idp) => {
    await page.goto(`${idp.authorityHost}/?view=play`)
    await page.getByRole('button', { name: 'Get T1', exact: true }).press('Enter')
    await page.getByText('200 T1').first().waitFor()
    await page
      .getByRole('combobox', { name: 'How to do it: Redeem T1' })
      .selectOption('as another agent identity')
    await page.getByRole('button', { name: 'Redeem T1', exact: true }).press('Enter')
    await page.getByRole('heading', { name: 'Only the agent identity that T1 names' }).waitFor()
    await page.getByRole('button', { name: '+ 1 hour' }).click()
    await page.getByText('An hour has passed.').waitFor()
    await inspect(page)
  }))

test('a mock with a control token asks for it, and keeps it out of the address', () =>
  useConsole(
    async (page, idp) => {
      await page.goto(`${idp.authorityHost}/`)
      await page.getByRole('textbox', { name: 'Control token' }).fill('right')
      await inspect(page)
      await page.keyboard.press('Enter')
      await following(page)
      await ask(idp)
      await rows(page).first().waitFor()
      assert.doesNotMatch(page.url(), /right/)
      assert.ok(!(await page.content()).includes('right"'))
    },
    { controlToken: 'right' },
  ))
