import type { ExplainedRule, ExplainedToken, Explainer } from '../../console/index.ts'
import { type EvidenceOf, evidenceAt, findRule, type Rule } from '../../mock-idp/index.ts'
import type { JsonObject } from '../../wire/json-object.ts'
import { coloursFor } from '../terminal/colours.ts'
import type { Page } from '../terminal/page.ts'
import { shownValue } from './claims-table.ts'
import { errorPage, rulesWithNumber } from './describe-number.ts'
import { factsOf } from './describe-rule.ts'
import { explainClaim } from './explain-claim.ts'
import { explainHeader } from './explain-header.ts'
import { kindDescriptions } from './kind-descriptions.ts'
import { findOddities } from './oddities.ts'
import { readQuestion } from './question.ts'
import { explain } from './run-explain.ts'
import type { Token } from './token.ts'
import { tokenKind } from './token-kind.ts'

/** A page sets its lines itself. */
const unset: Page = {
  width: Number.POSITIVE_INFINITY,
  colours: coloursFor({ write: () => undefined }, {}),
}

/** What `agentid explain` knows, as facts that a page can set. */
export const explainer: Explainer = {
  ofText: (input, nowMs) => {
    const question = readQuestion(input)
    if (question.kind === 'token') {
      return { kind: 'token', token: explainToken(question.token, nowMs) }
    }
    if (question.kind === 'numbers') {
      const evidenceOf = evidenceAt(nowMs)
      const numbers = question.numbers.map((number) => ({
        number,
        page: errorPage(number),
        rules: rulesWithNumber(number, evidenceOf).map((rule) => explainRule(rule, evidenceOf)),
      }))
      if (numbers.every(({ rules }) => rules.length > 0)) return { kind: 'numbers', numbers }
    }
    if (question.kind === 'rule') {
      const rule = findRule(question.id.toUpperCase())
      if (rule) return { kind: 'rule', rule: explainRule(rule, evidenceAt(nowMs)) }
    }
    return { kind: 'text', ...explain(input, nowMs, unset) }
  },
  ofRule: (id, nowMs) => {
    const rule = findRule(id)
    return rule && explainRule(rule, evidenceAt(nowMs))
  },
  // Of a token that is not whole nothing can be called odd.
  ofClaims: (claims, nowMs) => ({
    ...explainToken({ header: {}, claims, isSigned: true, kind: tokenKind(claims) }, nowMs),
    oddities: [],
  }),
}

function explainRule(rule: Rule, evidenceOf: EvidenceOf): ExplainedRule {
  return { id: rule.id, title: rule.title, facts: factsOf(rule, evidenceOf) }
}

function explainToken(token: Token, nowMs: number): ExplainedToken {
  const members = (of: JsonObject, meaningOf: (name: string, value: unknown) => string) =>
    Object.entries(of).map(([name, value]) => ({
      name,
      text: shownValue(value),
      aside: meaningOf(name, value),
    }))
  return {
    description: kindDescriptions[token.kind],
    header: members(token.header, explainHeader),
    claims: members(token.claims, (name, value) => explainClaim(name, value, token, nowMs)),
    oddities: findOddities(token, nowMs),
  }
}
