import { html, raw } from 'hono/html'
import { contentPolicy } from '../../reports/page/content-policy.ts'
import type { Html } from './html.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './style/index.ts'

export const views = {
  live: 'Live',
  directory: 'Directory',
  play: 'Play',
  explain: 'Explain',
} as const
export type ViewName = keyof typeof views

export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(views, name)
}

/** The page with one view in it; without one, it asks for the token of the control API first. */
export function renderPage(name: ViewName, view: Html | undefined): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${views[name]} · agentid</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the view</a>
<header class="top"><p class="brand"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 4 6v6c0 5 3.4 8 8 9 4.6-1 8-4 8-9V6z"/><circle cx="12" cy="10.5" r="2.5"/><path d="M7.8 17a4.6 4.6 0 0 1 8.4 0"/></svg><b>agentid</b><span>mock of Microsoft Entra</span></p>
<nav aria-label="Views"><ul>${Object.entries(views).map(
    ([key, title]) =>
      html`<li><a href="/?view=${key}" data-into="main" data-part="/_mock/console/view?view=${key}" data-view="${key}"${key === name ? html` aria-current="page"` : ''}>${title}</a></li>`,
  )}</ul></nav></header>
<main id="main" tabindex="-1">${view ?? html`<p class="hint">This mock asks for its control token.</p>`}</main>
<p id="notice" class="notice" role="alert"></p>
<dialog id="ask-token" aria-labelledby="ask-token-title"><form><h2 id="ask-token-title">Control token</h2><p>This mock demands a token: <code>agentid serve</code> printed it, or you chose it with <code>--control-token</code>.</p><label for="token">Control token</label><input id="token" name="token" type="password" autocomplete="off" required><div class="bar"><button type="submit" class="main">Open</button></div><p class="hint">It stays in this tab, until you close it.</p></form></dialog>
<script>${raw(pageScript)}</script>
</body>
</html>
`)
}

/** Of every answer to a browser: nothing is kept, nothing is framed, and nothing is loaded from elsewhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${contentPolicy(pageStyle, pageScript)}; connect-src 'self'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
