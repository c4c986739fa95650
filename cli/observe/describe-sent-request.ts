import type { JournalEntry } from '../../mock-idp/node.ts'
import { printable } from '../../wire/printable.ts'
import type { Colours } from '../terminal/colours.ts'
import { legName } from './leg-names.ts'

/** What MSAL says about itself; it proves nothing. */
const telemetry = /^(x-client-|x-ms-lib-|client-request-id$|client_info$)/i

/** A masked request as it was sent: its line and the parameters of its form, none broken, so that it can be copied. */
export function describeSentRequest(request: JournalEntry, colours: Colours): readonly string[] {
  const pairs = Object.entries(request.parameters)
  const shown = pairs.filter(([name]) => !telemetry.test(name))
  const left = pairs.length - shown.length
  return [
    requestLine(request),
    ...shown.map(([name, value]) => `  ${printable(`${name}=${value}`)}`),
    ...(left === 0 ? [] : [`  and ${left} telemetry parameter${left === 1 ? '' : 's'}`]),
  ].map(colours.aside)
}

/** Its number, step, method and address. */
export function requestLine(request: JournalEntry): string {
  const { sequence, method, host, path, query } = request
  const leg = legName(request)
  const pairs = Object.entries(query).filter(([name]) => !telemetry.test(name))
  const asked = pairs.map(([name, value]) => `${name}=${value}`).join('&')
  return printable(
    `request ${sequence}${leg && ` (${leg})`}: ${method} ${host}${path}${asked && `?${asked}`}`,
  )
}
