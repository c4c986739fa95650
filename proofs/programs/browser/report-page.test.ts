import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright'
import { renderPage } from '../../../reports/page/render-page.ts'
import { largeReport } from '../../../reports/testing/large-report.ts'
import { providerReport, sampleReport } from '../../../reports/testing/sample-report.ts'
import {
  type ReportBrowser,
  startReportBrowser,
  visibleText,
} from '../../../tests/browser/open-report.ts'

const sample = renderPage(sampleReport)
const large = renderPage(largeReport())
const phone = { viewport: { width: 400, height: 860 } }
const desk = { viewport: { width: 1600, height: 1000 } }

let browser: ReportBrowser
before(async () => {
  browser = await startReportBrowser()
})
after(() => browser.close())

test('markup from a client is text, and would be powerless', async () => {
  const planted = '<script>window.planted = true</script><img src="https://planted.example/x.png">'
  const { page, requests, blocked, complaints } = await browser.open(
    sample.replace('<footer>', `<footer>${planted}`),
    desk,
  )
  assert.equal(await page.evaluate(() => 'planted' in window), false)
  assert.deepEqual(requests, ['https://planted.example/x.png'])
  assert.deepEqual(blocked, requests)
  assert.equal(complaints.filter((one) => one.includes('Content Security Policy')).length, 2)
  await row(page, 'LOG-SECRETS').getByRole('link', { name: 'failed' }).click()
  assert.match(await visibleText(page.getByRole('dialog')), /<script>alert\("x"\)<\/script>/)
})

for (const [name, viewport] of [
  ['400 px', phone],
  ['1600 px', desk],
] as const) {
  test(`at ${name} the page does not scroll sideways, open or closed`, async () => {
    for (const html of [sample, renderPage(providerReport), large]) {
      const { page } = await browser.open(html, viewport)
      assert.equal(await sidewaysOverflow(page), 0)
      await page.locator('tr.rule a.is-failed, tr.rule a.is-observed').first().click()
      await page.getByRole('dialog').waitFor()
      assert.equal(await sidewaysOverflow(page), 0)
      const body = page.locator('.drawer-body')
      const overflow = await body.evaluate((one) => one.scrollWidth - one.clientWidth)
      assert.equal(overflow, 0)
    }
  })

  test(`at ${name} a cell names client and status, whatever is drawn`, async () => {
    const { page } = await browser.open(sample, viewport)
    const failed = row(page, 'ANSWER-WITHOUT-TOKEN').getByRole('link', {
      name: /^msal-node.*failed$/,
    })
    assert.equal(await failed.count(), 1)
    assert.equal(await failed.isVisible(), true)
  })
}

test('landmarks, headings and controls have their roles and names', async () => {
  const { page } = await browser.open(sample, desk)
  for (const role of ['banner', 'main', 'contentinfo', 'search'] as const) {
    assert.equal(await page.getByRole(role).count(), 1, role)
  }
  const table = page.getByRole('table', { name: 'Status of each rule for each subject' })
  assert.equal(await table.getByRole('columnheader').count(), 4)
  assert.equal(await page.getByRole('group', { name: 'Status' }).getByRole('checkbox').count(), 7)
  assert.equal(await page.getByRole('searchbox', { name: 'Search' }).count(), 1)
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, input')]
      .filter((one) => !one.textContent?.trim() && !one.closest('label')?.textContent?.trim())
      .map((one) => one.outerHTML),
  )
  assert.deepEqual(nameless, [])
})

test('the page follows the colour scheme of the reader', async () => {
  const ground = async (colorScheme: 'light' | 'dark') => {
    const { page } = await browser.open(sample, { ...desk, colorScheme })
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  }
  assert.equal(await ground('light'), 'rgb(247, 247, 245)')
  assert.equal(await ground('dark'), 'rgb(19, 21, 24)')
})

test('without JavaScript every rule and every story can be read', async () => {
  const { page } = await browser.open(sample, { ...desk, javaScriptEnabled: false })
  assert.equal(await page.getByRole('search').count(), 0)
  assert.equal(await page.locator('.matrix tr.rule:visible').count(), 13)
  const story = page.locator('[id="RETRY-PER-AGENT.1"]')
  await row(page, 'RETRY-PER-AGENT').getByRole('link', { name: 'msal-node' }).click()
  assert.match(await visibleText(story), /After Booking was throttled, no request for Billing/)
})

test('on paper the rules and the stories of those not kept are printed', async () => {
  const { page } = await browser.open(sample, desk)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('search').isVisible(), false)
  assert.equal(await page.locator('article[id="RETRY-PER-AGENT"]').isVisible(), true)
  assert.equal(await page.locator('[id="RETRY-PER-AGENT.2"]').isVisible(), false)
  assert.equal(await page.locator('article[id="LEG-CREDENTIAL"]').isVisible(), false)
})

test('2000 cells with 500 stories are filtered to the rows that match', async () => {
  const { page } = await browser.open(large, desk)
  await page.getByRole('searchbox', { name: 'Search' }).fill('throttling')
  await page.getByText('30 of 200 rules').waitFor()
  assert.equal(await page.locator('.matrix tr.rule:visible').count(), 30)
})

function row(page: Page, id: string) {
  return page.getByRole('row').filter({ has: page.getByText(id, { exact: true }) })
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
