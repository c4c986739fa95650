import type { JournalEntry } from '../../mock-idp/index.ts'
import { answerWords } from '../../reports/page/request-words.ts'
import type { Parties } from '../mock/names.ts'

/** Which requests somebody wants to see. An empty one matches everything. */
export type Filters = {
  /** The id of a tenant, or `unknown`. */
  readonly tenant: string
  /** A part of the id or the name of a client. */
  readonly client: string
  /** A part of the id of the rule that refused. */
  readonly rule: string
  readonly outcome: string
}

export const outcomes = {
  given: 'answered',
  refused: 'refused',
  fault: 'disturbed by a fault',
} as const

export function readFilters(query: URLSearchParams): Filters {
  const value = (name: string) => query.get(name)?.trim() ?? ''
  const [tenant, client, rule, outcome] = ['tenant', 'client', 'rule', 'outcome'].map(value)
  return { tenant, client, rule, outcome } as Filters
}

/** The filters that are set, as a query. */
export function queryOf(filters: Filters): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '')
  return new URLSearchParams(set).toString()
}

export function isWanted(entry: JournalEntry, filters: Filters, parties: Parties): boolean {
  const { tenant, client, rule, outcome } = filters
  const refused = 'refused' in entry.outcome ? entry.outcome.refused : ''
  return (
    (tenant === '' || (entry.tenantId ?? 'unknown') === tenant) &&
    (outcome === '' || answerWords(entry).kind === outcome) &&
    includes(refused, rule) &&
    (client === '' || clientsOf(entry, parties).some((one) => includes(one, client)))
  )
}

function clientsOf({ parameters, basicClientId }: JournalEntry, parties: Parties): string[] {
  const ids = [parameters.client_id, basicClientId, parameters.fmi_path]
  return ids.flatMap((id) => (id === undefined ? [] : [id, parties.get(id)?.name ?? '']))
}

function includes(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}
