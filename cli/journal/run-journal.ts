import type { JournalEntry } from '../../mock-idp/index.ts'
import { printable } from '../../wire/printable.ts'
import { readEvents } from '../../wire/read-events.ts'
import { exitCodes } from '../exit-codes.ts'
import { openRunningMock, type RunningMock } from '../running-mock/open-running-mock.ts'
import type { RunningMockOptions } from '../running-mock/options.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import { pageFor } from '../terminal/page.ts'
import { describeEntry } from './describe-entry.ts'

export type JournalOptions = RunningMockOptions & {
  readonly follow: boolean
  readonly tenant?: string | undefined
  readonly client?: string | undefined
  readonly refused: boolean
  readonly last: number
  readonly json: boolean
}

/** `agentid journal` */
export async function runJournal(
  options: JournalOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr, env } = surroundings
  const mock = await openRunningMock(options, surroundings)
  const page = pageFor(stdout, env)
  const tell = (entry: JournalEntry) => {
    if (options.refused && !('refused' in entry.outcome)) return
    if (options.json) stdout.write(`${JSON.stringify(entry)}\n`)
    else writeLines(stdout, describeEntry(entry, page, options.refused))
  }
  try {
    // First, so that nothing is missed between the latest ones and those that come.
    const follow = options.follow ? await startFollowing(mock, options, surroundings) : undefined
    for (const entry of await readLatest(mock, options)) tell(entry)
    for await (const { event, data } of follow ?? []) {
      if (event === 'message') tell(JSON.parse(data) as JournalEntry)
      if (event === 'missed') stderr.write(`${printable(data)} requests came too fast to be told\n`)
    }
    return exitCodes.done
  } finally {
    await mock.close()
  }
}

async function readLatest(
  mock: RunningMock,
  { tenant, client, last }: JournalOptions,
): Promise<readonly JournalEntry[]> {
  if (last === 0) return []
  const response = await mock.get(`/requests?${queryOf({ tenant, client, last: String(last) })}`)
  return ((await response.json()) as { readonly requests: readonly JournalEntry[] }).requests
}

async function startFollowing(
  mock: RunningMock,
  { tenant, client }: JournalOptions,
  { onInterrupt }: Surroundings,
) {
  const ending = new AbortController()
  const { body } = await mock.get(`/requests/stream?${queryOf({ tenant, client })}`)
  onInterrupt(() => ending.abort())
  return body ? readEvents(body, ending.signal) : undefined
}

function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return new URLSearchParams(set).toString()
}
