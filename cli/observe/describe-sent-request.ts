import type { JournalEntry } from '../../mock-idp/node.ts'
import type { Page } from '../terminal/page.ts'
import { printable } from '../terminal/printable.ts'
import { wrap } from '../terminal/wrap.ts'

/** What MSAL says about itself; it proves nothing. */
const telemetry = /^(x-client-|x-ms-lib-|client-request-id$|client_info$)/i

/** A masked request as it was sent: its number, its line and the parameters of its form. */
export function describeSentRequest(request: JournalEntry, page: Page): readonly string[] {
  const { sequence, method, host, path, parameters } = request
  const pairs = Object.entries(parameters)
  const shown = pairs.filter(([name]) => !telemetry.test(name))
  const left = pairs.length - shown.length
  const body = shown.map(([name, value]) => `${name}=${value}`)
  const headline = `request ${sequence}: ${method} ${host}${path}${queryOf(request)}`
  return [
    ...wrap(printable(headline), page.width),
    ...body.flatMap((text) => wrap(printable(text), page.width - 2).map((line) => `  ${line}`)),
    ...(left === 0 ? [] : [`  and ${left} of telemetry`]),
  ].map(page.colours.aside)
}

function queryOf({ query }: JournalEntry): string {
  const pairs = Object.entries(query).filter(([name]) => !telemetry.test(name))
  return pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`
}
