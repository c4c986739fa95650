import { Difference, show } from '../../engine/outcomes/difference.ts'
import { type Answer, describeAnswer, errorOf } from '../../engine/requests/answer.ts'
import type { TargetKind } from '../../engine/targets/target.ts'
import {
  type EvidenceOf,
  evidenceAt,
  findRule,
  isRefusalRule,
  isStrong,
  type RefusalRule,
} from '../../mock-idp/index.ts'

type Part = 'refusal' | 'error' | 'aadsts' | 'status' | 'rule'
type PartDifference = {
  readonly part: Part
  readonly expected: string
  readonly actual: string
}

/** The rule of the catalogue that refuses. */
export function refusalRule(id: string): RefusalRule {
  const rule = findRule(id)
  if (!rule || !isRefusalRule(rule)) throw new TypeError(`the catalogue has no refusal '${id}'`)
  return rule
}

/**
 * Holds a refusal against its rule: exactly on a mock, and elsewhere only in what the evidence shows. Whether a
 * tenant may leave it out altogether depends on the evidence that it refuses, not on how: see `isLenient`.
 *
 * @returns where a real tenant answers in another way than the rule, and no source shows the way of the rule
 * @throws {Difference} for any other difference
 */
export function judgeRefusal(
  rule: RefusalRule,
  answer: Answer,
  target: TargetKind,
  evidenceOf: EvidenceOf = evidenceAt(Date.now()),
): readonly string[] {
  const isMock = target !== 'live'
  const all = differences(rule, answer, isMock)
  const isOpen = ({ part }: PartDifference) => !isMock && isOpenPart(rule, part, evidenceOf)
  const [known] = all.filter((one) => !isOpen(one))
  if (known) {
    const aspect = known.part === 'refusal' ? 'that' : 'how'
    throw new Difference(
      `the request is refused under rule ${rule.id} (${evidenceOf(rule, aspect).kind}): ${known.part}`,
      known.expected,
      `${known.actual} (${describeAnswer(answer)})`,
    )
  }
  return all.map(({ part, expected, actual }) => `${part}: ${actual}, the mock chose ${expected}`)
}

/** Whether no source shows this part of the answer. */
function isOpenPart(rule: RefusalRule, part: Part, evidenceOf: EvidenceOf): boolean {
  if (part === 'refusal' || part === 'rule') return false
  const how = evidenceOf(rule, 'how')
  if (how.kind === 'observed') return false
  return !isStrong(how) || (rule.assumed?.includes(part) ?? false)
}

function differences(rule: RefusalRule, answer: Answer, isMock: boolean): PartDifference[] {
  if (!isRefusal(answer)) {
    return [{ part: 'refusal', expected: 'refused', actual: describeAnswer(answer) }]
  }
  const { body, headers, status } = answer
  const codes = rule.aadsts === undefined ? undefined : [rule.aadsts]
  const compared: readonly (readonly [Part, unknown, unknown])[] = [
    ['status', rule.status, status],
    ...(isMock ? [['rule', rule.id, headers.get('x-mock-rule')] as const] : []),
    ...(saysError(rule, answer) ? [['error', rule.error, errorOf(answer)] as const] : []),
    ...(isManagedIdentity(rule) ? [] : [['aadsts', codes, body?.error_codes] as const]),
  ]
  return compared.flatMap(([part, expected, actual]) =>
    show(expected) === show(actual)
      ? []
      : [{ part, expected: show(expected), actual: show(actual) }],
  )
}

/** Neither a fault of the server nor an error that hands out a token refuses. */
function isRefusal({ status, body }: Answer): boolean {
  return status >= 400 && status < 500 && body?.access_token === undefined
}

/** The endpoints of managed identities name no numbers, and App Service names no error either. */
function isManagedIdentity({ id }: RefusalRule): boolean {
  return id.startsWith('MI-')
}

function saysError(rule: RefusalRule, { body }: Answer): boolean {
  return !isManagedIdentity(rule) || body?.error !== undefined
}
