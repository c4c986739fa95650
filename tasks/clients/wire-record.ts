import type { JournalEntry } from '../../mock-idp/index.ts'

/** What one request looked like, without what differs from run to run and from machine to machine. */
export type WireRecord = {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly userAgent?: string
  readonly contentType?: string
  /** In the order in which they were sent. */
  readonly parameters?: readonly (readonly [name: string, value: string])[]
  /** That the client signed itself; of T1, whose it is. */
  readonly assertion?:
    | string
    | Readonly<Record<'header' | 'claims', Readonly<Record<string, string>>>>
  readonly answer: string
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** Of the machine, not of the client. */
const machineParameters: readonly string[] = ['x-client-OS', 'x-client-CPU', 'x-client-cpu']

/** @param names whose the ids are, such as `Booking` */
export function wireRecord(
  entry: JournalEntry,
  names: Readonly<Record<string, string>>,
): WireRecord {
  const { method, path, query, contentType, userAgent, parameters, endpoint, outcome } = entry
  const told = (text: string) => withoutIds(text, names)
  const sent = Object.entries(endpoint === 'token' ? parameters : {})
  return {
    method,
    host: entry.host.replace(/^(localhost|127\.0\.0\.1):\d+$/, '{mock}'),
    path: told(path),
    ...(Object.keys(query).length > 0 && { query: mapValues(query, told) }),
    ...(userAgent !== undefined && { userAgent: withoutMachine(userAgent) }),
    ...(contentType !== undefined && { contentType }),
    ...(sent.length > 0 && {
      parameters: sent.map(([name, value]) => [
        name,
        machineParameters.includes(name) ? '{machine}' : told(value),
      ]),
    }),
    ...(entry.assertion && { assertion: assertionRecord(entry, told) }),
    answer: 'issued' in outcome ? `issued ${outcome.issued}` : String(entry.httpStatus),
  }
}

function assertionRecord({ assertion, time }: JournalEntry, told: (text: string) => string) {
  const { uti, sub } = (assertion?.claims ?? {}) as {
    readonly uti?: unknown
    readonly sub?: unknown
  }
  if (uti !== undefined) return `T1 of ${told(String(sub).split('/').at(-1) ?? '')}`
  const seconds = Date.parse(time) / 1000
  const show = (name: string, value: unknown): string => {
    if (['iat', 'nbf', 'exp'].includes(name)) return relative(Number(value) - seconds)
    if (name === 'jti') return '{opaque}'
    if (['kid', 'x5t', 'x5t#S256'].includes(name)) return shapeOf(String(value))
    if (name === 'x5c') return Array.isArray(value) ? `${value.length} certificates` : typeof value
    return told(typeof value === 'string' ? value : JSON.stringify(value))
  }
  const facts = (value: unknown) =>
    Object.fromEntries(
      Object.entries((value ?? {}) as object).map(([name, one]) => [name, show(name, one)]),
    )
  return { header: facts(assertion?.header), claims: facts(assertion?.claims) }
}

/** Tens of seconds are precise enough to see another lifetime, and the same in every run. */
function relative(seconds: number): string {
  return `${Math.round(seconds / 60)} minutes from now`
}

function shapeOf(text: string): string {
  if (text.endsWith('=')) return '{padded}'
  return /[+/]/.test(text) ? '{base64}' : '{base64url}'
}

function withoutIds(text: string, names: Readonly<Record<string, string>>): string {
  return text
    .replace(/https?:\/\/(localhost|127\.0\.0\.1):\d+/gi, '{mock}')
    .replace(guid, (id) => (names[id.toLowerCase()] ? `{${names[id.toLowerCase()]}}` : '{guid}'))
}

/** Versions of the runtime and names of the system say nothing of the client. */
function withoutMachine(userAgent: string): string {
  return userAgent
    .replace(/\b(node|python|java|go|OpenSSL)[/ -]v?\d[\w.]*/gi, '$1/{version}')
    .replace(/\([^)]*\)/g, '({machine})')
    .replace(/\bcurl\/[\d.]+/, 'curl/{version}')
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}
