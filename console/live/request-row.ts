import { html } from 'hono/html'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { answerWords } from '../../reports/page/request-words.ts'
import type { Parties } from '../mock/names.ts'
import type { Html } from '../page/html.ts'
import { keyOf, whatOf } from '../request/what-of.ts'
import { type Filters, queryOf } from './filters.ts'

/** One line of the list: when, what was asked, what came of it. */
export function requestRow(
  entry: JournalEntry,
  parties: Parties,
  filters: Filters,
  open?: string,
): Html {
  const { kind, title } = shortAnswer(entry)
  const key = keyOf(entry)
  const refused = 'refused' in entry.outcome ? entry.outcome.refused : undefined
  const where = new URLSearchParams([...new URLSearchParams(queryOf(filters)), ['request', key]])
  return html`<li class="row ${kind}"><a href="/?${where}" data-into="detail" data-part="/_mock/console/request?request=${key}"${key === open ? html` aria-current="true"` : ''}><time>${entry.time.slice(11, 19)}</time><span class="what">${whatOf(entry, parties)}</span><span class="answer"><b>${title}</b>${refused === undefined ? '' : html` <span class="id">${refused}</span>`}</span></a></li>`
}

/** That a document was answered with says its path already. */
function shortAnswer(entry: JournalEntry) {
  const words = answerWords(entry)
  return 'answered' in entry.outcome ? { ...words, title: String(entry.httpStatus) } : words
}
