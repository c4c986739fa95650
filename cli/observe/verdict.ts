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
    return 'The mock received nothing from the program. Either the program requests no token, or variables cannot redirect it to the mock: it has its own trust store, or it connects directly instead of through a proxy. Set its authority to AGENTID_AUTHORITY_HOST and make it trust AGENTID_CA_FILE.'
  }
  const tokenRequests = requests.filter(({ endpoint }) => endpoint === 'token')
  if (tokenRequests.length === 0) {
    return 'The program requested no token. An earlier refusal may be the reason.'
  }
  if (tokenRequests.every(({ tenantId }) => tenantId === undefined)) {
    return 'The program requested tokens only from tenants that the mock does not know, so it never reached the flow. Use the tenant in AGENTID_TENANT_ID, or describe your own with --directory.'
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

/** A call to Graph that the mock does not implement. */
export function isGraphCall({ endpoint, host }: JournalEntry): boolean {
  return endpoint === 'unknown' && graphHosts.includes(host)
}
