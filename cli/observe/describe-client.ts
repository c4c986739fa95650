import type { JournalEntry } from '../../mock-idp/node.ts'
import { printable } from '../../wire/printable.ts'
import { adviceFor } from '../explain/advice.ts'
import type { Colours } from '../terminal/colours.ts'
import { type Entry, entryLines } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { describeSentRequest } from './describe-sent-request.ts'
import { wordsOfSteps } from './leg-names.ts'
import type { ObservedClient, ObservedFinding } from './observation.ts'

export type RequestOf = (sequence: number) => JournalEntry | undefined

/** A client, how much it asked for, and every finding on it with the request that proves it. */
export function describeClient(
  client: ObservedClient,
  requestOf: RequestOf,
  page: Page,
): readonly string[] {
  const inner = narrower(page)
  const findings = client.findings.flatMap((finding) => describeFinding(finding, requestOf, inner))
  const lines = client.findings.length === 0 ? [page.colours.good('no findings')] : findings
  return [...titleOf(client, page), ...indent(lines)]
}

function titleOf(client: ObservedClient, { colours }: Page): readonly string[] {
  const { clientId, known, tokenRequests, tokensIssued, steps } = client
  const told = wordsOfSteps(steps)
  const asked = `${count(tokenRequests, 'token request')}, ${count(tokensIssued, 'token')} issued`
  if (clientId === undefined) {
    const title = colours.title('The program as a whole')
    return [tokenRequests === 0 ? title : `${title}: ${asked}, without a client id`]
  }
  const whose = known ? `${known.name}, ${known.kind}` : 'A client that the mock does not know'
  const title = `${colours.title(printable(whose))} ${printable(clientId)}: ${asked}`
  return told === '' ? [title] : [title, `  ${colours.aside(`steps: ${told}`)}`]
}

function describeFinding(
  { check, severity, message, expected, actual, requests }: ObservedFinding,
  requestOf: RequestOf,
  page: Page,
): readonly string[] {
  const { colours } = page
  const paint = severity === 'MUST' ? colours.bad : colours.caution
  const todo = adviceFor(check)?.todo
  const entries: readonly Entry[] = [
    { name: 'expected', text: printable(expected) },
    { name: 'actual', text: printable(actual) },
    ...(todo === undefined ? [] : [{ name: 'do', text: todo }]),
  ]
  return [
    `${paint(`${severity} ${check}`)} ${printable(message)}${times(requests)}`,
    ...indent(entries.flatMap((entry) => entryLines(entry, narrower(page), 'expected'.length))),
    ...indent(firstRequest(requests, requestOf, colours)),
  ]
}

/** The first of several that prove the same. */
function firstRequest(
  [first]: readonly number[],
  requestOf: RequestOf,
  colours: Colours,
): readonly string[] {
  const request = first === undefined ? undefined : requestOf(first)
  return request ? describeSentRequest(request, colours) : []
}

/** How often, and in which requests. */
export function times(requests: readonly number[]): string {
  return requests.length < 2 ? '' : ` (in ${requests.length} requests: ${listed(requests)})`
}

const mostListed = 8

function listed(requests: readonly number[]): string {
  const shown = requests.slice(0, mostListed).join(', ')
  return requests.length > mostListed ? `${shown}, …` : shown
}

export function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}

function narrower(page: Page): Page {
  return { ...page, width: page.width - 2 }
}
