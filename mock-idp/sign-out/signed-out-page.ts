import type { Answer, Exchange } from '../exchange/endpoint.ts'
import { answerPage } from '../pages/answer-page.ts'
import { html } from '../pages/html.ts'
import { renderPage } from '../pages/layout.ts'
import type { World } from '../world.ts'

/** What a person sees who signed out and has nowhere to go on. */
export function answerSignedOutPage(
  headers: Answer['headers'],
  { tenant }: Pick<Exchange, 'tenant'>,
  { platform }: World,
): Promise<Answer> {
  const page = renderPage({
    testId: 'signed-out-page',
    title: 'You signed out',
    tenantName: tenant?.displayName ?? 'Sign-in',
    lead: html`<p>This browser is not signed in${tenant ? html` to <b>${tenant.displayName}</b>` : ''} any more. You can close the page.</p>`,
  })
  return answerPage(page, { headers }, platform)
}
