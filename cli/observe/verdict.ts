import { graphHosts, type JournalEntry } from '../../mock-idp/node.ts'
import { exitCodes } from '../exit-codes.ts'
import type { ObservedClient, Verdict } from './observation.ts'

/** A MUST fails; a SHOULD where the user is strict. An INFO never does. */
export function fails(clients: readonly ObservedClient[], strict: boolean): boolean {
  return clients.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'MUST' || (strict && severity === 'SHOULD')),
  )
}

/** Why there is nothing to judge; undefined where there is. */
export function whyNotJudged(requests: readonly JournalEntry[]): string | undefined {
  if (requests.length === 0) {
    return 'Nothing was received from the program. Either it asks for no token, or it cannot be led to the mock by variables: it has a trust store of its own, or connects by itself and not through a proxy. Set its authority to AGENTID_AUTHORITY_HOST and let it trust AGENTID_CA_FILE.'
  }
  const tokenRequests = requests.filter(({ endpoint }) => endpoint === 'token')
  if (tokenRequests.length === 0) {
    return 'The program asked for no token. What it was refused before may be the reason.'
  }
  if (tokenRequests.every(({ tenantId }) => tenantId === undefined)) {
    return 'The program asked for tokens of tenants that the mock does not know, so that it never came to the flow.'
  }
  return undefined
}

/** Broken rules are broken, however little there was to judge. */
export function verdictOf(hasFailed: boolean, isJudged: boolean): Verdict {
  if (hasFailed) return 'does not conform'
  return isJudged ? 'conforms' : 'could not be judged'
}

export const exitCodeOf: Readonly<Record<Verdict, number>> = {
  conforms: exitCodes.done,
  'does not conform': exitCodes.failed,
  'could not be judged': exitCodes.usage,
}

/** A program goes on to Graph with its token, and the mock plays Graph no further than that token. */
export function isGraphCall({ endpoint, host }: JournalEntry): boolean {
  return endpoint === 'unknown' && graphHosts.includes(host)
}
