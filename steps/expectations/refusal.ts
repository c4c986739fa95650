import { Difference, show } from '../../engine/outcomes/difference.ts'
import { type Answer, describeAnswer, errorOf } from '../../engine/requests/answer.ts'
import type { TargetKind } from '../../engine/targets/target.ts'
import { findRule, isRefusalRule, type RefusalRule } from '../../mock-idp/index.ts'

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
 * Holds a refusal against its rule: exactly on a mock, and elsewhere only in what the evidence shows.
 *
 * @returns where a real tenant differs in a part that the mock had to choose
 * @throws {Difference} for any other difference
 */
export function judgeRefusal(
  rule: RefusalRule,
  answer: Answer,
  target: TargetKind,
): readonly string[] {
  const isMock = target !== 'live'
  const all = differences(rule, answer, isMock)
  const isAssumed = ({ part }: PartDifference) =>
    !isMock && part !== 'rule' && (rule.assumed?.includes(part) ?? false)
  const [known] = all.filter((one) => !isAssumed(one))
  if (known) {
    throw new Difference(
      `the request is refused under rule ${rule.id} (${rule.evidence.kind}): ${known.part}`,
      known.expected,
      `${known.actual} (${describeAnswer(answer)})`,
    )
  }
  return all.map(({ part, expected, actual }) => `${part}: ${actual}, the mock chose ${expected}`)
}

function differences(rule: RefusalRule, answer: Answer, isMock: boolean): PartDifference[] {
  if (answer.status < 400) {
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

/** The endpoints of managed identities name no numbers, and App Service names no error either. */
function isManagedIdentity({ id }: RefusalRule): boolean {
  return id.startsWith('MI-')
}

function saysError(rule: RefusalRule, { body }: Answer): boolean {
  return !isManagedIdentity(rule) || body?.error !== undefined
}
