import type { JournalEntry } from '../../mock-idp/index.ts'
import { requestWords } from '../../reports/page/request-words.ts'
import type { Parties } from '../mock/names.ts'

/** By which the page names a request: that of its tenant, counted from 1. */
export function keyOf({ tenantId = 'unknown', sequence }: JournalEntry): string {
  return `${tenantId}.${sequence}`
}

/** Documents are told apart by their path. */
export function whatOf(entry: JournalEntry, parties: Parties): string {
  const { endpoint, method, path } = entry
  if (endpoint === 'token' || endpoint === 'managedIdentity') {
    return requestWords(entry, namesOf(parties))
  }
  return `${method} ${shortPath(path, parties)}`
}

/** The same ids by their names, as the report page takes them. */
function namesOf(parties: Parties): Readonly<Record<string, string>> {
  return Object.fromEntries([...parties].map(([id, { name }]) => [id, name]))
}

function shortPath(path: string, parties: Parties): string {
  const parts = path.split('/').map((part) => parties.get(part)?.name ?? part)
  return parts.join('/')
}
