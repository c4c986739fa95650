import type { JournalEntry } from '../mock-idp/index.ts'
import { findRule, isRefusalRule } from '../mock-idp/rules/index.ts'

/** What a matcher of Vitest, Jest and Playwright answers. */
export type Verdict = { readonly pass: boolean; readonly message: () => string }

/**
 * Whether a tenant refused a request, or an answer is a refusal, under a rule; without a rule: under any.
 * @throws {TypeError} if there is no such rule, so that a misspelt one does not pass where it is denied
 */
export async function judgeRefusal(received: unknown, ruleId?: string): Promise<Verdict> {
  if (ruleId !== undefined) demandRule(ruleId)
  const { what, refusals } = await refusalsOf(received)
  const pass = ruleId === undefined ? refusals.length > 0 : refusals.includes(ruleId)
  const under = ruleId === undefined ? 'a refusal' : `a refusal under ${ruleId}`
  return {
    pass,
    message: () => `expected ${pass ? 'no' : under}${pass ? ` ${under.slice(2)}` : ''}; ${what}`,
  }
}

type Refusals = { readonly what: string; readonly refusals: readonly string[] }

async function refusalsOf(received: unknown): Promise<Refusals> {
  const refusable = (received ?? {}) as Partial<Refusable>
  if (typeof refusable.journal === 'function') return refusalsIn(await refusable.journal())
  const { headers } = refusable
  if (headers === undefined) {
    throw new TypeError('toHaveBeenRefused: expected a tenant or an answer of the mock')
  }
  // Playwright's answers have a method, others have a member.
  const rule =
    typeof headers === 'function'
      ? headers.call(received)['x-mock-rule']
      : headers.get('x-mock-rule')
  return {
    what: `the answer names ${rule ? `the rule ${rule}` : 'no rule'}`,
    refusals: rule ? [rule] : [],
  }
}

/** A tenant, an answer of `fetch`, or one of Playwright. */
type Refusable = {
  readonly journal: () => Promise<readonly JournalEntry[]>
  readonly headers:
    | { readonly get: (name: string) => string | null }
    | (() => Record<string, string>)
}

function refusalsIn(entries: readonly JournalEntry[]): Refusals {
  const refusals = entries.flatMap(({ outcome }) => ('refused' in outcome ? [outcome.refused] : []))
  const lines = entries.map(
    (entry) => `\n  ${entry.sequence}. ${entry.method} ${entry.path}: ${outcomeOf(entry)}`,
  )
  return {
    what: lines.length > 0 ? `the tenant was asked:${lines.join('')}` : 'the tenant was not asked',
    refusals,
  }
}

function outcomeOf({ outcome, httpStatus, parameters }: JournalEntry): string {
  const client = parameters.client_id ? ` for the client ${parameters.client_id}` : ''
  if ('refused' in outcome) return `${httpStatus}, refused under ${outcome.refused}${client}`
  if ('issued' in outcome) return `${httpStatus}, issued ${outcome.issued}${client}`
  return 'fault' in outcome ? `${httpStatus}, fault: ${outcome.description}` : `${httpStatus}`
}

function demandRule(id: string): void {
  const rule = findRule(id)
  if (rule && isRefusalRule(rule)) return
  throw new TypeError(
    `toHaveBeenRefused: ${rule ? `${id} is no rule about requests` : `no rule is called ${id}`}; 'npx agentid rules' lists them`,
  )
}
