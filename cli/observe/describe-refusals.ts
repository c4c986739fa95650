import type { Variables } from '../../mock-idp/node.ts'
import { printable } from '../../wire/printable.ts'
import { adviceFor } from '../explain/advice.ts'
import type { Page } from '../terminal/page.ts'
import { indented } from '../terminal/wrap.ts'
import { type RequestOf, times } from './describe-client.ts'
import { requestLine } from './describe-sent-request.ts'
import type { ObservedRefusal } from './observation.ts'

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

/** What the mock refused, each rule once, and how to make the mock and the program agree. */
export function describeRefusals(
  refusals: readonly ObservedRefusal[],
  requestOf: RequestOf,
  variables: Variables,
  page: Page,
): readonly string[] {
  if (refusals.length === 0) return []
  const isUnknown = refusals.some(({ rule }) => unknownObjects.includes(rule))
  return [
    page.colours.title('What the mock refused'),
    ...refusals.flatMap((refusal) => describeRefusal(refusal, requestOf, page)),
    ...(isUnknown ? idsOfTheMock(variables, page) : []),
    '',
  ]
}

/** With the line of the first request: its parameters stand by the finding, if there is something wrong with them. */
function describeRefusal(
  refusal: ObservedRefusal,
  requestOf: RequestOf,
  { width, colours }: Page,
): readonly string[] {
  const { rule, title, aadsts, requests } = refusal
  const number = aadsts === undefined ? '' : ` AADSTS${aadsts}`
  const todo = adviceFor(rule)?.todo
  const first = requestOf(requests[0] ?? 0)
  return [
    `  ${colours.caution(`${rule}${number}`)} ${printable(title)}${times(requests)}`,
    ...wordsOfEvidence(refusal).flatMap((text) => indented(text, width, 4)),
    ...(todo === undefined ? [] : indented(`do: ${todo}`, width, 4)),
    ...(first ? [`    ${colours.aside(requestLine(first))}`] : []),
  ]
}

/** How far the refusal can be trusted: that Microsoft Entra refuses, and how it answers. */
function wordsOfEvidence({ evidence, answerEvidence }: ObservedRefusal): readonly string[] {
  if (!evidence) return []
  const isOne = !answerEvidence || answerEvidence.kind === evidence.kind
  return [
    isOne
      ? `evidence: ${evidence.kind}`
      : `evidence: ${evidence.kind}, that it is refused; ${answerEvidence.kind}, how`,
  ]
}

const named = ['AGENTID_TENANT_ID', 'AGENTID_BLUEPRINT_CLIENT_ID', 'AGENTID_AGENT_ID']

function idsOfTheMock(variables: Variables, { width }: Page): readonly string[] {
  const ids = named.flatMap((name) => (variables[name] ? [`    ${name}=${variables[name]}`] : []))
  return [
    ...indented(
      'The mock knows only the objects in its directory. Make the program use the ids in its environment:',
      width,
      2,
    ),
    ...ids,
    ...indented('Or describe your own objects: agentid observe --directory FILE -- …', width, 2),
  ]
}
