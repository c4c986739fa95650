import { type Html, html, raw } from './html.ts'
import { pageStyle } from './style.ts'

/** What one page says. */
export type Page = {
  /** `data-testid` of its main part: tests know the page by it. */
  readonly testId: string
  readonly title: string
  /** What was refused, if anything: tests read it at the main part. */
  readonly refused?: { readonly error: string; readonly aadsts?: number | undefined } | undefined
  readonly tenantName: string
  /** Beside the title: what the page is about. */
  readonly lead: Html
  /** What a person does here. Absent: nothing. */
  readonly work?: Html
}

/** A page of the mock, which needs no script. */
export function renderPage({ testId, title, tenantName, refused, lead, work }: Page): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<header><svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 4 6v6c0 5 3.4 8 8 9 4.6-1 8-4 8-9V6z"/><circle cx="12" cy="10.5" r="2.5"/><path d="M7.8 17a4.6 4.6 0 0 1 8.4 0"/></svg><b>${tenantName}</b><span>Agent ID mock</span></header>
<main data-testid="${testId}"${refused ? html` data-error="${refused.error}" data-aadsts="${refused.aadsts ?? 0}"` : ''}>
<div class="sheet">
<section class="lead" aria-labelledby="title"><h1 id="title">${title}</h1>
${lead}</section>
${work === undefined ? '' : html`<div class="work">${work}</div>`}
</div>
</main>
<footer><p>A mock for tests, not a page of Microsoft. Enter no real password here.</p></footer>
</body>
</html>
`)
}
