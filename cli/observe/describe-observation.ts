import type { Variables } from '../../mock-idp/node.ts'
import type { Page } from '../terminal/page.ts'
import { indented, wrap } from '../terminal/wrap.ts'
import { count, describeClient } from './describe-client.ts'
import { describeRefusals } from './describe-refusals.ts'
import type { Observation } from './observation.ts'
import { isGraphCall } from './verdict.ts'

/** The whole observation, for people. No secret is in it. */
export function describeObservation(
  observation: Observation,
  variables: Variables,
  page: Page,
): readonly string[] {
  const { clients, refusals, requests, problems } = observation
  const bySequence = new Map(requests.map((request) => [request.sequence, request]))
  const requestOf = (sequence: number) => bySequence.get(sequence)
  return [
    ...clients.flatMap((client) => [...describeClient(client, requestOf, page), '']),
    ...describeRefusals(refusals, requestOf, variables, page),
    ...graphCalls(observation, page),
    ...problems.flatMap((problem) => [...wrap(problem, page.width), '']),
    verdictLine(observation, page),
  ]
}

function graphCalls({ requests }: Observation, { width }: Page): readonly string[] {
  const { length } = requests.filter(isGraphCall)
  if (length === 0) return []
  const text = `The program sent ${count(length, 'call')} to Microsoft Graph that the mock does not implement. The mock answered each with 404 and did not judge it.`
  return [...indented(text, width, 0), '']
}

function verdictLine({ verdict, clients }: Observation, { colours }: Page): string {
  const paint = {
    conforms: colours.good,
    'does not conform': colours.bad,
    'could not be judged': colours.caution,
  }[verdict]
  const findings = clients.flatMap((client) => client.findings)
  const counts = (['MUST', 'SHOULD', 'INFO'] as const).flatMap((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity)
    return length === 0 ? [] : [`${length} ${severity}`]
  })
  const told = counts.length === 0 ? 'no findings' : `findings: ${counts.join(', ')}`
  return `${paint(verdict)} (${told})`
}
