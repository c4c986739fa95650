import assert from 'node:assert/strict'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { findChromium } from './find-chromium.ts'

export function launchChromium(): Promise<Browser> {
  // Chromium refuses its sandbox to root, which containers run as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: findChromium(), args })
}

/** A page at both widths and in both schemes: axe finds nothing, and nothing is wider than the screen. */
export async function inspect(page: Page): Promise<void> {
  for (const width of [400, 1600]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.equal(overflow, 0, `${page.url()} at ${width}`)
      assert.deepEqual(await violations(page), [])
    }
  }
}

/** Run beside the policy of the page, which lets no script in: so does a screen reader. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(
    `${axe.source}; axe.run(document).then(({ violations }) => violations)`,
  )
  const list = found as readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
  return list.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** A page in a browser of its own, which complains of nothing. */
export async function usePage(
  browser: Browser,
  use: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  // Long enough for any machine: only what hangs should end here.
  context.setDefaultTimeout(300_000)
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('console', (message) => {
    if (!message.text().includes('status of 400')) complaints.push(message.text())
  })
  await use(page, context)
  await context.close()
  assert.deepEqual(complaints, [])
}
