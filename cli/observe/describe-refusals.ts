import type { JournalEntry, Variables } from '../../mock-idp/node.ts'
import { adviceFor } from '../explain/advice.ts'
import type { Page } from '../terminal/page.ts'
import { printable } from '../terminal/printable.ts'
import { indented } from '../terminal/wrap.ts'
import { firstOf, indent, narrower, times } from './describe-client.ts'
import type { Observation, ObservedRefusal } from './observation.ts'

/** Refused because the mock does not know an object that may well exist elsewhere. */
const unknownObjects: readonly string[] = [
  'DISC-TENANT',
  'TENANT-KNOWN',
  'CLIENT-KNOWN',
  'CLIENT-PRINCIPAL',
  'CRED-SECRET',
  'CERT-KNOWN',
  'RESOURCE-KNOWN',
  'FMI-KNOWN',
]

/** What the mock refused: each rule once, with the first request; how to make the mock and the program agree. */
export function describeRefusals(
  { refusals, requests }: Pick<Observation, 'refusals' | 'requests'>,
  variables: Variables,
  page: Page,
): readonly string[] {
  if (refusals.length === 0) return []
  const bySequence = new Map(requests.map((request) => [request.sequence, request]))
  const requestOf = (sequence: number) => bySequence.get(sequence)
  const inner = narrower(page)
  return [
    page.colours.title('What the mock refused'),
    ...indent(refusals.flatMap((refusal) => describeRefusal(refusal, requestOf, inner))),
    ...(refusals.some(({ rule }) => unknownObjects.includes(rule))
      ? idsOfTheMock(variables, page)
      : []),
    '',
  ]
}

function describeRefusal(
  { rule, title, aadsts, requests }: ObservedRefusal,
  requestOf: (sequence: number) => JournalEntry | undefined,
  page: Page,
): readonly string[] {
  const number = aadsts === undefined ? '' : ` AADSTS${aadsts}`
  const todo = adviceFor(rule)?.todo
  return [
    `${page.colours.caution(`${rule}${number}`)} ${printable(title)}${times(requests)}`,
    ...indent(todo === undefined ? [] : indented(`do: ${todo}`, page.width - 2, 0)),
    ...indent(firstOf(requests, requestOf, narrower(page))),
  ]
}

const named = ['AGENTID_TENANT_ID', 'AGENTID_BLUEPRINT_CLIENT_ID', 'AGENTID_AGENT_ID']

function idsOfTheMock(variables: Variables, { width }: Page): readonly string[] {
  const ids = named.flatMap((name) => (variables[name] ? [`    ${name}=${variables[name]}`] : []))
  return [
    ...indented(
      'The mock knows the objects of its directory only. Let the program use the ids that are in its environment:',
      width,
      2,
    ),
    ...ids,
    ...indented('or describe your own: agentid observe --directory FILE -- …', width, 2),
  ]
}
