import { type ErrorBody, errorBody, type Occasion } from '../answers/error-body.ts'
import type { Refusal } from '../answers/refusal.ts'
import { facts } from './components.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'

/** What went wrong where there is nobody to tell but the person: the code, and the ids by which to ask about it. */
export function errorPage(refusal: Refusal, occasion: Occasion, tenantName: string): string {
  const body: ErrorBody = errorBody(refusal, occasion)
  return renderPage({
    testId: 'error-page',
    title: 'You cannot go on',
    tenantName,
    refused: refusal.rule,
    lead: html`<p class="number" data-testid="error-code">AADSTS${refusal.rule.aadsts ?? 0}</p>
<p data-testid="error-message">${refusal.prose}</p>`,
    work: html`<h2>For the person who built the app</h2>
${facts({
  Error: body.error,
  Rule: refusal.rule.id,
  'Rule says': refusal.rule.title,
  'Trace ID': body.trace_id,
  'Correlation ID': body.correlation_id,
  Timestamp: body.timestamp,
})}
<p class="note">Ask what it means with <code>agentid explain ${refusal.rule.id}</code>.</p>`,
  })
}
