import type { MetFault } from '../../journal/journal.ts'
import type { Fault } from './fault.ts'
import { refusedByNumber } from './refused-by-number.ts'

/** Values of other headers may be secrets of the test, and the journal holds none. */
const shownHeaders: readonly string[] = ['retry-after', 'location', 'content-type']

export function describeFault(fault: Fault): MetFault {
  return { description: words(fault).join(', '), replacedBy: replacedBy(fault) }
}

function words(fault: Fault): readonly string[] {
  const { connection, delayMs } = fault
  if (connection === 'drop') {
    return [`connection closed without an answer${delayMs ? ` after ${delayMs} ms` : ''}`]
  }
  return [
    ...replacement(fault),
    ...changes(fault),
    ...(delayMs === undefined ? [] : [`answered after ${delayMs} ms`]),
    ...(fault.bodyDelayMs === undefined ? [] : [`body sent after ${fault.bodyDelayMs} ms`]),
    ...(fault.pieces === undefined ? [] : [`body sent in ${fault.pieces} pieces`]),
    ...(connection === 'cut' ? ['connection closed after half of the body'] : []),
  ]
}

/** The status of the answer that a fault puts in place of the real one. */
export function replacedBy({ status, body, refuse, connection }: Fault): number | undefined {
  if (connection === 'drop') return 0
  if (refuse !== undefined) return refusedByNumber(refuse)?.rule.status
  return status ?? (body === undefined ? undefined : 200)
}

function replacement(fault: Fault): readonly string[] {
  const { refuse, headers } = fault
  const shown = Object.entries(headers ?? {})
    .map(showHeader)
    .join(', ')
  const withHeaders = shown && ` with ${shown}`
  if (refuse !== undefined)
    return [`refused with AADSTS${refuse} by request of the test${withHeaders}`]
  const status = replacedBy(fault)
  if (status !== undefined) return [`answered ${status}${withHeaders}`]
  return shown ? [`answered with ${shown}`] : []
}

function showHeader([name, value]: readonly [string, string]): string {
  return shownHeaders.includes(name.toLowerCase()) ? `${name}: ${value}` : name
}

function changes({ change, omit }: Fault): readonly string[] {
  return [...members(Object.keys(change ?? {}), 'changed'), ...members(omit ?? [], 'removed')]
}

function members(names: readonly string[], what: string): readonly string[] {
  if (names.length === 0) return []
  return [`${names.length === 1 ? 'member' : 'members'} ${names.join(' and ')} ${what}`]
}
