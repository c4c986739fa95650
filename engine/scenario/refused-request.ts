import { clientOf, type Finding, judge, legOf, type Trail } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'

/** The last request for a token that a rule refuses. What a fault of the scenario answers is not refused. */
export function refusedLast(requests: readonly JournalEntry[]): JournalEntry | undefined {
  return requests.findLast(
    ({ endpoint, outcome, fault }) =>
      (endpoint === 'token' || endpoint === 'managedIdentity') &&
      'refused' in outcome &&
      fault === undefined,
  )
}

const nouns = {
  t1: 'the request for T1',
  redemption: 'the redemption of T1',
  t2: 'the request for T2',
  obo: 'the exchange of the token of a person',
  agentUser: 'the request for the agent user',
  refresh: 'the renewal',
} as const

/** Which request was refused, how, and under which rule. Without ids, so that equal reasons read the same. */
export function describeRefusal(request: JournalEntry): string {
  const { outcome, httpStatus, endpoint } = request
  const leg = legOf(request)
  const other = endpoint === 'managedIdentity' ? 'the request to the managed identity' : 'a request'
  const noun = leg === 'other' ? other : nouns[leg]
  if (!('refused' in outcome)) return `${noun} was not refused`
  const number = outcome.aadsts === undefined ? '' : ` AADSTS${outcome.aadsts}`
  const by = clientOf(request) === undefined ? ' without client_id' : ''
  return `${noun}${by} was refused with ${httpStatus} ${outcome.error}${number} under ${outcome.refused}`
}

/** Why a scenario ends without a token: a request broke a rule that the scenario does not test. */
export function otherRuleBroken(trail: Trail, tested: readonly string[]): string | undefined {
  const refused = refusedLast(trail.requests)
  const foreign = judge(trail).filter(isForeign)
  if (!refused) return handedOutInstead(foreign)
  const broken = foreign.find((finding) => isAbout(finding, refused))
  if (!broken) return undefined
  return `no token: ${describeRefusal(refused)}, and the client breaks ${broken.check} there`

  function isForeign({ check, severity }: Finding): boolean {
    return severity === 'MUST' && !tested.includes(check)
  }
}

/** No request was refused: the client has something, and it is no token of an agent. */
function handedOutInstead(findings: readonly Finding[]): string | undefined {
  const broken = findings.find(({ check }) => check === 'RECIPIENT-OWN-TOKEN')
  return broken && `no token of an agent: ${broken.message}, and the client breaks ${broken.check}`
}

function isAbout({ request }: Finding, { sequence }: JournalEntry): boolean {
  return request === sequence
}
