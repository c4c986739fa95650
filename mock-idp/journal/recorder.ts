import type { Journal, JournalEntry, JournalRecord } from './journal.ts'

/** One answered request, as {@link JournalEntry} without the number that a journal gives it. */
export type RequestSummary = Omit<JournalEntry, 'sequence'>

/** Puts a request into the journal of the tenant that it asked, or among the strays. */
export type Recorder = (journal: Journal | undefined, record: JournalRecord) => void

type Parts = {
  readonly strays: Journal
  readonly onRequest: ((entry: RequestSummary) => void) | undefined
}

export function createRecorder({ strays, onRequest }: Parts): Recorder {
  let arrived = 0
  return (journal = strays, record) => {
    arrived += 1
    journal.add(record, arrived)
    onRequest?.(record())
  }
}
