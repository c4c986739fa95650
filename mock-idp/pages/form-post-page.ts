import { hiddenFields } from './components.ts'
import { html, raw } from './html.ts'
import { renderPage } from './layout.ts'

/** The only script of any page: without it, a person presses the button. */
export const submitScript = 'document.forms[0].submit()'

/** Sends the answer to the client as a form (OAuth 2.0 Form Post Response Mode). */
export function formPostPage(uri: string, fields: Readonly<Record<string, string>>): string {
  return renderPage({
    testId: 'form-post-page',
    title: 'Going back to the app',
    tenantName: 'Sign-in',
    lead: html`<p>Your browser sends the answer to the app now.</p>`,
    work: html`<form method="post" action="${uri}">${hiddenFields(fields)}
<div class="buttons"><button class="button main" data-testid="continue">Continue</button></div></form>
<script>${raw(submitScript)}</script>`,
  })
}
