import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright'
import { findChromium } from './find-chromium.ts'

export type OpenedReport = {
  readonly page: Page
  /** Address of every request but the one for the page itself. */
  readonly requests: readonly string[]
  /** Those of them that the policy of the page stopped before they left. */
  readonly blocked: readonly string[]
  /** What the browser complained about. */
  readonly complaints: readonly string[]
}

export type ReportBrowser = {
  /** @param address what comes after the path, such as `#RETRY-PER-AGENT.1` */
  readonly open: (
    html: string,
    options?: BrowserContextOptions & { readonly address?: string },
  ) => Promise<OpenedReport>
  readonly close: () => Promise<void>
}

/** Opens pages from disk, as a reader who got the file by mail does. */
export async function startReportBrowser(): Promise<ReportBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'agentid-page-'))
  // Chromium refuses its sandbox to root, which containers run as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: findChromium(), args })
  let pages = 0
  return {
    open: async (html, { address = '', ...options } = {}) => {
      pages += 1
      const path = join(folder, `${pages}.html`)
      await writeFile(path, html)
      const own = pathToFileURL(path).href
      const context = await browser.newContext(options)
      // Long enough for any machine: only what hangs should end here.
      context.setDefaultTimeout(300_000)
      const page = await context.newPage()
      const requests: string[] = []
      const blocked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== own) requests.push(request.url())
      })
      page.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') blocked.push(request.url())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => complaints.push(message.text()))
      await page.goto(`${own}${address}`)
      return { page, requests, blocked, complaints }
    },
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What a reader sees of it: nothing that is hidden or folded. */
export function visibleText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent also has what is folded.
  return locator.innerText()
}
