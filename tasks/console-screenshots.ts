import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { openConsole } from '../cli/serve/open-console.ts'
import { startMockIdp } from '../index.ts'
import { seedIds } from '../mock-idp/directory/seed-ids.ts'
import { launchChromium } from '../tests/browser/inspect-page.ts'

/** `npm run screenshots`: takes the pictures of `docs/console.md` anew. */
const dataFolder = await mkdtemp(join(tmpdir(), 'agentid-'))
const idp = await startMockIdp({ port: 0, httpPort: 0, dataFolder, openConsole })
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1080, height: 640 } })
// Long enough for any machine: only what hangs should end here.
page.setDefaultTimeout(300_000)

async function play(on: Page, step: string, broken: string): Promise<void> {
  await on.getByRole('combobox', { name: `How to do it: ${step}` }).selectOption(broken)
  await on.getByRole('button', { name: step, exact: true }).click()
  await on.locator('#result .request, #result h2').first().waitFor()
  await on.locator('#result[aria-busy]').waitFor({ state: 'detached' })
}

async function take(name: string): Promise<void> {
  await page.screenshot({ path: `docs/images/console-${name}.png`, animations: 'disabled' })
}

try {
  await page.goto(`${idp.httpUrl}/?view=play&flow=agentUser`)
  for (const step of ['Get T1', 'Get T2', 'Act as the agent user']) await play(page, step, '')
  await page.evaluate(() => scrollTo(0, 0))
  await take('play')
  await page.goto(`${idp.httpUrl}/?view=play`)
  await play(page, 'Get T1', '')
  await play(page, 'Redeem T1', '')
  await play(page, 'Redeem T1', 'other')
  await page.goto(`${idp.httpUrl}/`)
  await page.getByText('following').waitFor()
  await page.locator('.row.refused a').first().click()
  await page.locator('.why').waitFor()
  await take('live')
  await page.goto(`${idp.httpUrl}/?view=directory&node=${seedIds.booking}`)
  await take('directory')
} finally {
  await browser.close()
  await idp.close()
  await rm(dataFolder, { recursive: true, force: true })
}
