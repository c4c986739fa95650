import { ClaimsChallengeError, type TokenRequestError } from '../../client/index.ts'
import { type EvidenceOf, evidenceAt, findRule, type Rule } from '../../mock-idp/index.ts'
import { printable } from '../../wire/printable.ts'
import { adviceFor } from '../explain/advice.ts'
import { rulesWithNumber } from '../explain/describe-number.ts'
import { type Entry, entryLines } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'
import { failureAdvice } from './failure-advice.ts'
import { stepLabels } from './progress.ts'

const column = 'correlation id'.length

/** The rule that the mock says was broken. Another server says no such thing. */
export function ruleNamedBy({ responseHeaders }: TokenRequestError): Rule | undefined {
  return findRule(responseHeaders?.get('x-mock-rule') ?? '')
}

/** Why there is no token, for people: what was answered, what it means, what to do. No secret is in it. */
export function describeFailure(
  error: TokenRequestError,
  host: string,
  nowMs: number,
  page: Page,
): readonly string[] {
  const { correlationId, traceId } = error
  const evidenceOf = evidenceAt(nowMs)
  const entries: readonly Entry[] = [
    ...optional('answer', error.errorDescription),
    ...meaningOf(error, evidenceOf),
    ...adviceOn(error, host, evidenceOf),
    ...optional('suberror', error.suberror),
    ...optional('claims', error instanceof ClaimsChallengeError ? error.claims : undefined),
    ...optional('correlation id', correlationId),
    ...optional('trace id', traceId),
    ...error.errorCodes.map((code) => ({ name: 'more', text: `agentid explain AADSTS${code}` })),
  ]
  return [
    ...wrap(printable(headline(error)), page.width).map(page.colours.bad),
    ...entries.flatMap((entry) => entryLines(entry, page, column)),
  ]
}

/** The client's message without what has a line of its own. */
function headline({ step, message, errorDescription, correlationId }: TokenRequestError): string {
  const short = message
    .replace(` [correlation id ${correlationId}]`, '')
    .replace(`: ${errorDescription}`, '')
  return short.replace(step, stepLabels[step])
}

const optional = (name: string, text: string | undefined): readonly Entry[] =>
  text === undefined ? [] : [{ name, text: printable(text) }]

const sentence = (rule: Rule, evidenceOf: EvidenceOf) =>
  `${rule.id}: ${rule.title}${rule.kind === 'tool' ? '' : ` [${evidenceOf(rule, 'how').kind}]`}`

/** The rule that the mock names, or every rule that has one of the numbers. */
function meaningOf(error: TokenRequestError, evidenceOf: EvidenceOf): readonly Entry[] {
  const named = ruleNamedBy(error)
  if (named !== undefined)
    return [{ name: 'rule', text: `${sentence(named, evidenceOf)} (named by the mock)` }]
  return error.errorCodes.flatMap((code) => {
    const found = rulesWithNumber(code, evidenceOf)
    if (found.length === 0) return [{ name: 'rule', text: `AADSTS${code} is not in the catalogue` }]
    return found.map((rule) => ({ name: `AADSTS${code}`, text: sentence(rule, evidenceOf) }))
  })
}

/** Advice is given where the rule is certain: the mock names it, or the number has only one. */
function adviceOn(
  error: TokenRequestError,
  host: string,
  evidenceOf: EvidenceOf,
): readonly Entry[] {
  const candidates = error.errorCodes.flatMap((code) => rulesWithNumber(code, evidenceOf))
  const [only] = candidates.length === 1 ? candidates : []
  const advice = adviceFor((ruleNamedBy(error) ?? only)?.id ?? '')
  if (advice === undefined) return [{ name: 'do', text: failureAdvice(error, host) }]
  return [
    { name: 'usually', text: advice.cause },
    { name: 'do', text: advice.todo },
  ]
}
