import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { renderPage } from '../../reports/page/render-page.ts'
import { providerReport, sampleReport } from '../../reports/testing/sample-report.ts'
import { type ReportBrowser, startReportBrowser } from './open-report.ts'

// One test a page. What else a reader does with it, proofs/programs/browser shows.
let browser: ReportBrowser
before(async () => {
  browser = await startReportBrowser()
})
after(() => browser.close())

for (const [name, report] of [
  ['clients', sampleReport],
  ['an identity provider', providerReport],
] as const) {
  test(`a report on ${name} opens from disk, asks for nothing and complains about nothing`, async () => {
    const { page, requests, complaints } = await browser.open(renderPage(report))
    await page.getByRole('heading', { level: 1, name: 'Conformance report' }).waitFor()
    await page.locator('tr.rule a.is-failed, tr.rule a.is-observed').first().click()
    await page.getByRole('dialog').waitFor()
    assert.deepEqual(requests, [])
    assert.deepEqual(complaints, [])
  })
}
