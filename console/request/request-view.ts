import { html } from 'hono/html'
import { findRule, type JournalEntry } from '../../mock-idp/index.ts'
import { answerWords } from '../../reports/page/request-words.ts'
import { isJsonObject, type JsonObject } from '../../wire/json-object.ts'
import type { Explainer } from '../explain/explainer.ts'
import { explainedRule, explainedToken } from '../explain/explanation.ts'
import type { Parties } from '../mock/names.ts'
import type { Html } from '../page/html.ts'
import { asCurl } from './as-curl.ts'
import { parameterList } from './parameters.ts'
import { sequence } from './sequence.ts'
import { whatOf } from './what-of.ts'

export type OpenedRequest = {
  readonly entry: JournalEntry
  readonly story: readonly JournalEntry[]
  readonly parties: Parties
  readonly explainer: Explainer
  readonly nowMs: number
}

/** Everything about one request: its story, why it was refused or what was issued, what was sent. */
export function requestView(opened: OpenedRequest): Html {
  const { entry, story, parties } = opened
  const { kind, title, details } = answerWords(entry)
  return html`<article class="request" aria-labelledby="request-title"><header>
<h2 id="request-title" tabindex="-1" data-focus>${whatOf(entry, parties)}</h2>
<p class="verdict ${kind}"><b>${title}</b> ${details.join(' · ')}</p>
<p class="place"><b>${entry.method}</b> ${entry.host}${entry.path}</p></header>
${sequence(story, parties, entry)}
${why(opened)}
${part('Parameters', parameterList(entry.parameters, entry.repeatedParameters, parties), true)}
${presented(opened)}
${rulesLookedAt(entry)}
${part('As curl', html`<div class="curl"><pre tabindex="0" aria-label="The request as curl">${asCurl(entry)}</pre><button type="button" class="copy" data-copy="${asCurl(entry)}">Copy</button></div>`, false)}
${part('Everything else', everythingElse(entry), false)}
</article>`
}

export function requestGone(): Html {
  return html`<p class="hint" tabindex="-1" data-focus>This request is no longer in the journal.</p>`
}

/** The rule that refused, or the token that was issued. */
function why({ entry, explainer, nowMs }: OpenedRequest): Html {
  const { outcome } = entry
  if ('refused' in outcome) {
    const rule = explainer.ofRule(outcome.refused, nowMs)
    return rule ? html`<div class="why">${explainedRule(rule)}</div>` : html``
  }
  if ('issued' in outcome) {
    const atMs = Date.parse(entry.time)
    return part('Token', explainedToken(explainer.ofClaims(outcome.claims, atMs)), true)
  }
  return html``
}

/** The tokens that the request carried, claim by claim. */
function presented({ entry, explainer }: OpenedRequest): Html {
  const { assertion, bearer, userAssertion, userCredential } = entry
  const atMs = Date.parse(entry.time)
  const carried = { client_assertion: assertion, Authorization: bearer, assertion: userAssertion }
  const all = { ...carried, user_federated_identity_credential: userCredential }
  return html`${Object.entries(all).map(([name, view]) =>
    isJsonObject(view?.claims)
      ? part(
          `Presented in ${name}`,
          explainedToken(explainer.ofClaims(view.claims as JsonObject, atMs)),
          false,
        )
      : '',
  )}`
}

/** In the order of enforcement; the last one refused, if one did. */
function rulesLookedAt({ rulesLookedAt: ids, outcome }: JournalEntry): Html {
  if (ids.length === 0) return html``
  const refused = 'refused' in outcome ? outcome.refused : undefined
  return part(
    `${ids.length} rules looked at, in order`,
    html`<ol class="looked-at">${ids.map(
      (id) =>
        html`<li${id === refused ? html` class="refusing"` : ''}><span class="mark" aria-hidden="true">${id === refused ? '✗' : '✓'}</span><span class="id">${id}</span> <span>${findRule(id)?.title ?? ''}${id === refused ? html` <b>refused</b>` : html`<span class="hear"> kept</span>`}</span></li>`,
    )}</ol>`,
    false,
  )
}

function everythingElse(entry: JournalEntry): Html {
  const facts: Readonly<Record<string, string | undefined>> = {
    time: entry.time,
    'User-Agent': entry.userAgent,
    'Content-Type': entry.contentType,
    query: new URLSearchParams(entry.query).toString() || undefined,
    credentials: entry.credentials.join(', ') || undefined,
    'secrets in the URL': entry.credentialsInUrl.join(', ') || undefined,
    forgeries: entry.forgeries?.join(', '),
    stage: entry.stage,
    fault: entry.fault,
    'trace id': entry.traceId,
    'correlation id': entry.correlationId,
  }
  return html`<dl class="members">${Object.entries(facts).map(([name, value]) =>
    value === undefined ? '' : html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`,
  )}</dl>`
}

function part(title: string, content: Html, isOpen: boolean): Html {
  return html`<details class="part"${isOpen ? html` open` : ''}><summary>${title}</summary>${content}</details>`
}
