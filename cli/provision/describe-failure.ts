import { TokenRequestError } from '../../client/index.ts'
import {
  GraphError,
  GuardRefusal,
  neededPermissions,
  ProvisionError,
} from '../../provision/index.ts'
import { printable } from '../../wire/printable.ts'
import { exitCodes } from '../exit-codes.ts'
import { type Entry, entryLines } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'
import { describeFailure as describeTokenFailure } from '../token/describe-failure.ts'

/** Why the run stopped, in lines for a person, and the exit code. */
export type DescribedFailure = { readonly lines: readonly string[]; readonly exitCode: number }

const column = 'client-request-id'.length

export function describeFailure(
  error: unknown,
  authorityHost: string,
  nowMs: number,
  page: Page,
): DescribedFailure | undefined {
  if (error instanceof GuardRefusal) {
    const lines = describe(`refused: ${error.message}`, [{ name: 'do', text: error.todo }], page)
    return { lines, exitCode: exitCodes.usage }
  }
  const exitCode = exitCodes.failed
  if (error instanceof ProvisionError) {
    return { lines: describe(error.message, [{ name: 'do', text: error.todo }], page), exitCode }
  }
  if (error instanceof TokenRequestError) {
    return { lines: describeTokenFailure(error, authorityHost, nowMs, page), exitCode }
  }
  if (!(error instanceof GraphError)) return undefined
  const { requestId, clientRequestId } = error
  const entries = [
    { name: 'do', text: adviceOn(error) },
    ...(requestId === undefined ? [] : [{ name: 'request-id', text: requestId }]),
    { name: 'client-request-id', text: clientRequestId },
  ]
  return { lines: describe(error.message, entries, page), exitCode }
}

function describe(headline: string, entries: readonly Entry[], page: Page): readonly string[] {
  return [
    ...wrap(printable(headline), page.width).map(page.colours.bad),
    ...entries.flatMap(({ name, text }) =>
      entryLines({ name, text: printable(text) }, page, column),
    ),
  ]
}

/** What you can do about an answer of Graph. */
function adviceOn(error: GraphError): string {
  const { status, method, path, graphMessage = '' } = error
  if (/Directory\.AccessAsUser\.All/.test(graphMessage)) {
    return 'Sign in with an application of your own: --device-code --client-id ID.'
  }
  if (status === 403) {
    const permissions = neededPermissions(method, path).join(' and ') || 'the permission it needs'
    return `Consent to ${permissions}, then get a new token. A signed-in user also needs the role Agent ID Administrator.`
  }
  if (status === 401)
    return 'Graph does not accept the access token. Sign in again for Microsoft Graph.'
  if (/sponsor/i.test(graphMessage))
    return 'Pass the object id of a user who can be a sponsor: --sponsor ID.'
  if (status === undefined) {
    return 'Check that this machine can reach AGENTID_GRAPH_URL, and check AGENTID_CA_FILE. Then run the same command again.'
  }
  if (status === 429 || status >= 500) return 'Run the same command again later.'
  return 'Look up the message. Microsoft support asks for the request-id.'
}
