import { html } from 'hono/html'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { isJsonObject } from '../../wire/json-object.ts'
import type { Story } from '../report.ts'
import { knownName } from './known-name.ts'
import type { Html } from './status-icon.ts'

type Names = Story['names']
type Pairs = readonly (readonly [name: string, value: unknown])[]

/** Parameters that distinguish token requests; the others are folded. */
const important: readonly string[] = [
  'client_id',
  'scope',
  'resource',
  'fmi_path',
  'client_secret',
  'client_assertion',
  'assertion',
  'user_id',
  'username',
  'user_federated_identity_credential',
]

const moreTitle = 'More of the request'

/** Parameters, assertion and token of a request. The important ones are not folded. */
export function requestDetails(entry: JournalEntry, names: Names, isOpen: boolean): Html {
  const { parameters, query, assertion, outcome } = entry
  const sent = Object.entries(parameters)
  const shown = important.flatMap((name) => sent.filter(([one]) => one === name))
  const rest = [
    ...sent.filter(([name]) => !important.includes(name)),
    ...Object.entries(query).map(([name, value]) => [`?${name}`, value] as const),
  ]
  const issued = 'issued' in outcome ? Object.entries(outcome.claims) : []
  return html`${remarks(entry)}${pairs(shown, names)}
${assertion ? folded('Assertion', [...members(assertion.header), ...members(assertion.claims)], names, isOpen) : ''}
${folded(moreTitle, [...rest, ...headers(entry)], names, false)}
${folded('Claims of the token', issued, names, false)}`
}

/** Unusual facts about a request, shown above its values. */
function remarks({
  repeatedParameters,
  credentials,
  credentialsInUrl,
  basicClientId,
}: JournalEntry): Html {
  const all = [
    ...(repeatedParameters.length > 0
      ? [`sent more than once: ${repeatedParameters.join(', ')}`]
      : []),
    ...(credentials.length > 1
      ? [`${credentials.length} credentials: ${credentials.join(', ')}`]
      : []),
    ...(credentialsInUrl.length > 0 ? [`secret in the URL: ${credentialsInUrl.join(', ')}`] : []),
    ...(basicClientId === undefined ? [] : [`HTTP Basic as ${basicClientId}`]),
  ]
  return html`${all.map((remark) => html`<p class="remark">${remark}</p>`)}`
}

function headers(entry: JournalEntry): Pairs {
  const { contentType, userAgent, correlationId, time } = entry
  return [
    ['Content-Type', contentType],
    ['User-Agent', userAgent],
    ['correlation id', correlationId],
    ['time', time],
  ]
}

function members(value: unknown): Pairs {
  return isJsonObject(value) ? Object.entries(value) : []
}

function folded(title: string, all: Pairs, names: Names, isOpen: boolean): Html {
  if (all.length === 0) return html``
  const kind = title === moreTitle ? '' : ' claims'
  return html`<details class="more${kind}"${isOpen ? html` open` : ''}><summary>${title}</summary>${pairs(all, names)}</details>`
}

function pairs(all: Pairs, names: Names): Html {
  const known = all.filter(([, value]) => value !== undefined)
  if (known.length === 0) return html``
  return html`<dl class="pairs">${known.map(
    ([name, value]) =>
      html`<div><dt>${name}</dt><dd>${shownValue(value, names)}${momentOf(name, value)}</dd></div>`,
  )}</dl>`
}

/** A value, with the names of the ids in it. */
function shownValue(value: unknown, names: Names): Html {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  if (text === '***') return html`<span class="masked">masked</span>`
  if (text === '') return html`<span class="masked">empty</span>`
  const exact = knownName(names, text)
  if (exact !== undefined) return html`<b>${exact}</b> ${text}`
  const within = Object.keys(names).filter((id) => id !== '' && text.includes(id))
  if (within.length === 0) return html`${text}`
  return html`${text} <span class="within">(${within.map((id) => names[id]).join(', ')})</span>`
}

/** Claims in seconds since 1970 (RFC 7519). */
const moments: readonly string[] = ['exp', 'nbf', 'iat']

function momentOf(name: string, value: unknown): Html {
  if (!moments.includes(name) || typeof value !== 'number') return html``
  const at = new Date(value * 1000)
  if (Number.isNaN(at.getTime())) return html``
  return html` <span class="within">(${at.toISOString().replace('.000Z', 'Z')})</span>`
}
