import { html } from 'hono/html'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { answerWords } from '../../reports/page/request-words.ts'
import type { Parties } from '../mock/names.ts'
import type { Html } from '../page/html.ts'
import { agentsIn } from './story.ts'
import { whatOf } from './what-of.ts'

/** Who takes part: a column of the diagram. */
type Lane = { readonly key: string; readonly name: string; readonly role: string }

const provider: Lane = { key: 'provider', name: 'Identity provider', role: 'this mock' }
const api: Lane = { key: 'api', name: 'Microsoft Graph', role: 'API' }

/** Blueprint, agent, identity provider and API, and what went between them. */
export function sequence(
  story: readonly JournalEntry[],
  parties: Parties,
  current: JournalEntry,
): Html {
  const senders = new Map(
    story.map((entry) => senderOf(entry, parties)).map((one) => [one.key, one]),
  )
  const lanes = [
    ...[...senders.values()].sort(blueprintFirst),
    ...(story.some(({ endpoint }) => endpoint !== 'graph') ? [provider] : []),
    ...(story.some(({ endpoint }) => endpoint === 'graph') ? [api] : []),
  ]
  const columnOf = (key: string) => lanes.findIndex((lane) => lane.key === key) + 1
  return html`<div class="sequence of-${lanes.length}"><div class="heads">${lanes.map(
    ({ name, role }) => html`<p class="head"><b>${name}</b> <span>${role}</span></p>`,
  )}</div>
<ol>${story.map((entry) => {
    const from = columnOf(senderOf(entry, parties).key)
    const to = columnOf(entry.endpoint === 'graph' ? api.key : provider.key)
    const answer = answerWords(entry)
    return html`<li class="message from-${from} to-${to}${entry.sequence === current.sequence && story.length > 1 ? ' current' : ''}">
<p class="ask"><span class="number">${entry.sequence}</span> ${whatOf(entry, parties)}</p><span class="arrow there" aria-hidden="true"></span>
<p class="reply ${answer.kind}"><b>${answer.title}</b> ${answer.details.join(' · ')}</p><span class="arrow back ${answer.kind}" aria-hidden="true"></span></li>`
  })}</ol></div>`
}

function senderOf(entry: JournalEntry, parties: Parties): Lane {
  const { parameters, basicClientId } = entry
  const id = parameters.client_id ?? basicClientId ?? agentsIn(entry)[0] ?? ''
  const party = parties.get(id)
  if (party) return { key: party.name, name: party.name, role: party.role }
  return { key: id, name: id === '' ? 'The client' : id, role: id === '' ? '' : 'unknown here' }
}

const blueprintFirst = (one: Lane, other: Lane) =>
  Number(other.role === 'blueprint') - Number(one.role === 'blueprint')
