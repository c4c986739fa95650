import { currentIdOf, type EvidenceOf, evidenceAt, findRule, rules } from '../../mock-idp/index.ts'
import { printable } from '../../wire/printable.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import { type Page, pageFor } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'
import { UsageError } from '../usage-error.ts'
import { judgeForApi } from './api-verdict.ts'
import { describeApiVerdict } from './describe-api-verdict.ts'
import { describeNumber, rulesWithNumber } from './describe-number.ts'
import { describeRule } from './describe-rule.ts'
import { describeToken } from './describe-token.ts'
import { nearestRules } from './nearest-rules.ts'
import { readQuestion } from './question.ts'

/** Longer than any id of a rule: what is longer may be a secret, and is not repeated. */
const longestEcho = 40

export type ExplainOptions = {
  /** The application id of an API that got the token. */
  readonly audience?: string | undefined
}

/** `agentid explain RULE|AADSTS...|TOKEN|-` */
export async function runExplain(
  argument: string,
  { env, stdout, stderr, readInput, now }: Surroundings,
  { audience }: ExplainOptions = {},
): Promise<number> {
  const input = argument === '-' ? await readInput() : argument
  if (input.trim() === '') throw new UsageError('nothing to explain: the input is empty')
  const page = pageFor(stdout, env)
  if (audience !== undefined) {
    const question = readQuestion(input)
    if (question.kind !== 'token') {
      throw new UsageError('--audience is about a token, and this is none that can be read')
    }
    const verdict = judgeForApi(question.token, audience, now())
    writeLines(stdout, describeApiVerdict(question.token, verdict, page))
    return verdict.refusals.length === 0 ? exitCodes.done : exitCodes.failed
  }
  const { lines, isKnown } = explain(input, now(), page)
  writeLines(isKnown ? stdout : stderr, lines)
  return isKnown ? exitCodes.done : exitCodes.failed
}

export type Explanation = { readonly lines: readonly string[]; readonly isKnown: boolean }

/** What this tool knows of a rule, a number or a token. */
export function explain(input: string, nowMs: number, page: Page): Explanation {
  const question = readQuestion(input)
  if (question.kind === 'token') {
    return { lines: describeToken(question.token, nowMs, page), isKnown: true }
  }
  if (question.kind === 'encrypted-token') {
    const text = 'This is an encrypted token (JWE). Only the resource that it is for can read it.'
    return { lines: wrap(text, page.width), isKnown: true }
  }
  if (question.kind === 'numbers') {
    const { numbers } = question
    const evidenceOf = evidenceAt(nowMs)
    return {
      lines: numbers.flatMap((number, at) => [
        ...(at === 0 ? [] : ['']),
        ...describeNumber(number, page, evidenceOf),
      ]),
      isKnown: numbers.some((number) => rulesWithNumber(number, evidenceOf).length > 0),
    }
  }
  return explainRule(question.id, page, evidenceAt(nowMs))
}

function explainRule(typed: string, page: Page, evidenceOf: EvidenceOf): Explanation {
  const current = currentIdOf(typed)
  const rule = findRule(current ?? typed.toUpperCase())
  if (rule !== undefined) {
    const renamed =
      current === undefined ? [] : [`${typed.toUpperCase()} is now called ${current}.`, '']
    return { lines: [...renamed, ...describeRule(rule, page, evidenceOf)], isKnown: true }
  }
  const echo = typed.length <= longestEcho ? `'${printable(typed)}'` : 'The input'
  const near =
    typed.length <= longestEcho
      ? nearestRules(
          typed,
          rules.map(({ id }) => id),
        )
      : []
  const hint =
    near.length > 0 ? `Nearest rules: ${near.join(', ')}.` : '`agentid rules` lists every rule.'
  return {
    lines: [
      ...wrap(`${echo} is not a rule, an AADSTS number or a readable token.`, page.width),
      ...wrap(hint, page.width),
    ],
    isKnown: false,
  }
}
