import type { Finding } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/node.ts'
import { groupBy } from './group-by.ts'
import type { FindClient } from './known-clients.ts'
import { legIn } from './leg-names.ts'
import type { ObservedClient, ObservedFinding, ObservedStep } from './observation.ts'

/** Every client that asked for a token, in the order in which they first did; the program as a whole comes last. */
export function groupByClient(
  requests: readonly JournalEntry[],
  findings: readonly Finding[],
  find: FindClient,
): readonly ObservedClient[] {
  const tokenRequests = requests.filter(({ endpoint }) => endpoint === 'token')
  const requestsOf = groupBy(tokenRequests, (request) => keyOf(clientIdOf(request)))
  const stepRequests = requests.filter((one) => legIn(one) !== undefined)
  const stepRequestsOf = groupBy(stepRequests, (request) => keyOf(clientIdOf(request)))
  const bySequence = new Map(requests.map((request) => [request.sequence, request]))
  const findingsOf = groupBy(findings, ({ request, clientId }) => {
    const proof = request === undefined ? undefined : bySequence.get(request)
    return keyOf(proof ? clientIdOf(proof) : clientId)
  })
  const keys = [...new Set([...requestsOf.keys(), ...findingsOf.keys()])]
  const named = keys.filter((key) => key !== '')
  return [...named, ...keys.filter((key) => key === '')].map((key) => {
    const sent = requestsOf.get(key) ?? []
    return {
      clientId: key === '' ? undefined : key,
      known: find(key),
      tokenRequests: sent.length,
      tokensIssued: sent.filter(({ outcome }) => 'issued' in outcome).length,
      steps: stepsOf(stepRequestsOf.get(key) ?? []),
      findings: mergeFindings(findingsOf.get(key) ?? []),
    }
  })
}

/** As the form names it, HTTP Basic, or the URL to which a browser was sent. */
function clientIdOf({ parameters, basicClientId, query }: JournalEntry): string | undefined {
  return parameters.client_id || basicClientId || query.client_id
}

function stepsOf(requests: readonly JournalEntry[]): readonly ObservedStep[] {
  const legs = requests.flatMap((request) => legIn(request) ?? [])
  return [...new Set(legs)].map((leg) => {
    return { leg, requests: legs.filter((one) => one === leg).length }
  })
}

/** Client ids are compared without regard to case. */
function keyOf(clientId: string | undefined): string {
  return clientId?.toLowerCase() ?? ''
}

const order: readonly Finding['severity'][] = ['MUST', 'SHOULD', 'INFO']

/** A program that breaks a rule in every request gets one finding, with all of them. */
function mergeFindings(findings: readonly Finding[]): readonly ObservedFinding[] {
  const alike = groupBy(findings, ({ check, message, expected, actual }) =>
    JSON.stringify([check, message, expected, actual]),
  )
  const merged = [...alike.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { request: _, clientId: __, ...finding } = first
    return [{ ...finding, requests: same.flatMap(({ request }) => request ?? []) }]
  })
  return merged.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
