import assert from 'node:assert/strict'
import { it } from 'node:test'
import { findRule, type Rule } from '../mock-idp/index.ts'
import { featuresReadme } from './features-readme.ts'
import { parseFeature } from './read-features.ts'

const feature = parseFeature(
  'features/agent-identity/f.feature',
  `Feature: F
  @mock @live @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it
    Scenario: Another one cannot
      When "Billing" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"
`,
)

it('lists each rule with its evidence and its scenarios', () => {
  const text = featuresReadme([feature], [findRule('T1-AGENT') as Rule])
  assert.match(text, /### T1-AGENT: Only the agent identity/)
  assert.match(
    text,
    /HTTP 401, `invalid_client`, AADSTS7002137\. documented: .*\. How: inferred: captured for/,
  )
  assert.match(text, /- \[Another one cannot\]\(agent-identity\/f\.feature\) \(breaks it, live\)/)
})

it('tells when a live tenant kept a rule, and leaves it to the reader whether that still counts', () => {
  const observed = [{ rule: 'T1-AGENT', day: '2026-11-23', scenarios: 2, exchanges: 5 }]
  const text = featuresReadme([feature], [findRule('T1-AGENT') as Rule], observed)
  assert.match(text, /; observed: a live tenant on 2026-11-23 \(2 scenarios, 5 exchanges\)\n/)
})
