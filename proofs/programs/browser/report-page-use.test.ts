import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright'
import { renderPage } from '../../../reports/page/render-page.ts'
import { sampleReport } from '../../../reports/testing/sample-report.ts'
import {
  type ReportBrowser,
  startReportBrowser,
  visibleText,
} from '../../../tests/browser/open-report.ts'

const sample = renderPage(sampleReport)
const desk = { viewport: { width: 1600, height: 1000 } }

let browser: ReportBrowser
before(async () => {
  browser = await startReportBrowser()
})
after(() => browser.close())

test('the keyboard walks over the cells, opens a story and comes back', async () => {
  const { page } = await browser.open(sample, desk)
  await cell(page, 'CACHE-PER-AGENT', 1).focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Home']) {
    await page.keyboard.press(key)
  }
  await focusIsOn(page, '#RETRY-PER-AGENT.1')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', {
    name: 'Throttling of one agent identity does not block another',
  })
  await dialog.waitFor()
  assert.equal(await page.evaluate(() => !!document.activeElement?.closest('dialog')), true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await focusIsOn(page, '#RETRY-PER-AGENT.1')
  assert.doesNotMatch(page.url(), /#/)
})

test('the Tab key reaches the next cell, and the focus can be seen', async () => {
  const { page } = await browser.open(sample, desk)
  await cell(page, 'CACHE-PER-AGENT', 1).focus()
  await page.keyboard.press('Tab')
  await focusIsOn(page, '#CACHE-PER-AGENT.2')
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  )
  assert.equal(outline, 'solid')
})

test('arrow keys stay inside the table and skip rules that are filtered out', async () => {
  const { page } = await browser.open(sample, desk)
  await page.getByRole('checkbox', { name: 'failed', exact: true }).check()
  await cell(page, 'CACHE-PER-AGENT', 3).focus()
  for (const key of ['ArrowUp', 'ArrowRight']) await page.keyboard.press(key)
  await focusIsOn(page, '#CACHE-PER-AGENT.3')
  await page.keyboard.press('ArrowDown')
  await focusIsOn(page, '#RETRY-PER-AGENT.3')
})

test('filters narrow the rules, together, and can be taken back', async () => {
  const { page } = await browser.open(sample, desk)
  await page.getByRole('checkbox', { name: 'failed', exact: true }).check()
  assert.deepEqual(await shownRules(page), [
    'CACHE-PER-AGENT',
    'RETRY-PER-AGENT',
    'ANSWER-WITHOUT-TOKEN',
    'LOG-SECRETS',
  ])
  await page.getByRole('checkbox', { name: 'third-party' }).check()
  assert.deepEqual(await shownRules(page), ['CACHE-PER-AGENT', 'LOG-SECRETS'])
  await page.getByRole('searchbox').fill('secret event')
  assert.deepEqual(await shownRules(page), ['LOG-SECRETS'])
  assert.equal(await page.getByText('1 of 13 rules').count(), 1)
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByText('13 rules', { exact: true }).waitFor()
  assert.equal((await shownRules(page)).length, 13)
})

test('a severity and a name of an area are filters too', async () => {
  const { page } = await browser.open(sample, desk)
  await page.getByRole('checkbox', { name: 'SHOULD' }).check()
  assert.deepEqual(await shownRules(page), ['CACHE-REUSE', 'CONCURRENT-SHARED'])
  await page.getByRole('checkbox', { name: 'SHOULD' }).uncheck()
  await page.getByRole('searchbox').fill('retrying')
  assert.deepEqual(await shownRules(page), ['RETRY-PER-AGENT', 'RETRY-AFTER'])
})

test('a search that finds nothing says so, and offers the way back', async () => {
  const { page } = await browser.open(sample, desk)
  await page.getByRole('searchbox').fill('no such rule')
  assert.deepEqual(await shownRules(page), [])
  await page.getByRole('button', { name: 'Show all rules' }).click()
  await page.getByText('13 rules', { exact: true }).waitFor()
  assert.equal((await shownRules(page)).length, 13)
})

test('a story shows rule, source, steps, what came and the request that proves it', async () => {
  const { page } = await browser.open(sample, desk)
  await cell(page, 'CACHE-PER-AGENT', 3).click()
  const dialog = page.getByRole('dialog')
  const source = dialog.getByRole('link', { name: /pull\/876/ })
  assert.equal(
    await source.getAttribute('href'),
    'https://github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  )
  const text = await visibleText(dialog)
  assert.match(text, /third-party Reported by users of client libraries/)
  assert.match(text, /Billing presented the T1 of Booking/)
  assert.match(text, /When the client under test gets a token .* as "Billing"\s+failed/)
  const offending = dialog.locator('.offending')
  assert.equal(await offending.count(), 1)
  const proof = await visibleText(offending)
  assert.match(proof, /3\nBilling asks for a token for Microsoft Graph/)
  assert.match(proof, /Proof that CACHE-PER-AGENT is broken/)
  assert.match(proof, /401 invalid_client\s+AADSTS700213\s+rule T1-AGENT/)
  assert.match(proof, /sub\n[^\n]*c4a9e6d2[^\n]*\(Concierge, Booking\)/)
})

test('inferred evidence is called what it is', async () => {
  const { page } = await browser.open(sample, { ...desk })
  await cell(page, 'CONCURRENT-SHARED', 1).click()
  const text = await visibleText(page.getByRole('dialog'))
  assert.match(text, /inferred Not confirmed for Microsoft Entra; inferred from known behaviour/)
})

test('inside a story one can go to another client and to the next rule', async () => {
  const { page } = await browser.open(sample, { ...desk, address: '#RETRY-PER-AGENT.1' })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('link', { name: /^contoso-agents.*passed$/ }).click()
  const part = dialog.getByRole('heading', { level: 4, name: /^contoso-agents/ })
  await part.waitFor()
  assert.equal(await visibleText(part), 'contoso-agents 0.3.0-beta\npassed')
  await dialog.getByRole('button', { name: 'Next rule' }).click()
  await dialog
    .getByRole('heading', { name: 'A client sends no request before Retry-After' })
    .waitFor()
  await dialog.getByRole('button', { name: 'Previous rule' }).click()
  await dialog.getByRole('button', { name: 'Previous rule' }).click()
  await dialog.getByRole('heading', { name: 'Simultaneous calls' }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await focusIsOn(page, '#CONCURRENT-SHARED.3')
})

test('two quick presses go two rules back, and a third that closes leaves nothing open', async () => {
  const { page } = await browser.open(sample, { ...desk, address: '#RETRY-AFTER.1' })
  const dialog = page.getByRole('dialog')
  await dialog.evaluate((open) => {
    for (const name of ['previous', 'previous', 'close']) {
      open.querySelector<HTMLElement>(`button.${name}`)?.click()
    }
  })
  await focusIsOn(page, '#CONCURRENT-SHARED.1')
  assert.equal(await dialog.count(), 0)
})

test('the way back closes a story, and every story is in its place again', async () => {
  const { page } = await browser.open(sample, desk)
  const ids = () =>
    page.locator('.stories .rule-article').evaluateAll((all) => all.map((one) => one.id))
  const before = await ids()
  await cell(page, 'ANSWER-WITHOUT-TOKEN', 1).click()
  await page.getByRole('dialog').waitFor()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  assert.deepEqual(await ids(), before)
})

function cell(page: Page, id: string, column: number) {
  return page.locator(`.matrix a[href="#${id}.${column}"]`)
}

/** Waits for it: the browser tells a page later than it does what was asked for. */
function focusIsOn(page: Page, href: string): Promise<void> {
  return page.locator(`a[href="${href}"]:focus`).waitFor()
}

function shownRules(page: Page): Promise<readonly string[]> {
  return page.locator('tr.rule:visible .id').allInnerTexts()
}
