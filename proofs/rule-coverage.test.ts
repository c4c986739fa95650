import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findRule, type Rule } from '../mock-idp/index.ts'
import { parseFeature } from './read-features.ts'
import { ruleCoverage } from './rule-coverage.ts'

const catalogue = [findRule('T1-AGENT'), findRule('TOKEN-T1')] as Rule[]

const complete = `Feature: F

  @mock @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it
    Scenario: holds
      When "Booking" redeems it for "Microsoft Graph"
      Then a token is issued
    Scenario: breaks
      When "Billing" redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"

  @mock @rule:TOKEN-T1
  Rule: T1 is a token of the blueprint
    Scenario: promise
      When "Concierge" asks for T1 for "Booking"
      Then a token is issued
`
const problems = (text: string) =>
  ruleCoverage([parseFeature('features/f.feature', text)], catalogue)

describe('rule coverage', () => {
  it('is content with a scenario that holds and one that breaks', () => {
    assert.deepEqual(problems(complete), [])
  })

  const planted: readonly (readonly [string, string, string, RegExp])[] = [
    ['a rule that nothing breaks', '"T1-AGENT"\n', '"T1-PARENT"\n', /no scenario breaks T1-AGENT/],
    [
      'a rule that nothing keeps',
      'Then a token is issued\n    Scenario: breaks',
      'Then the request is refused under rule "T1-AGENT"\n    Scenario: breaks',
      /no scenario keeps T1-AGENT/,
    ],
    [
      'a promise without a scenario',
      '@rule:TOKEN-T1\n',
      '@rule:T1-AGENT\n',
      /no scenario is about TOKEN-T1/,
    ],
    ['a tag that is not in the catalogue', '@rule:TOKEN-T1', '@rule:TOKEN-T9', /no rule TOKEN-T9/],
    ['a Rule without a tag', '@mock @rule:TOKEN-T1', '@mock', /has no @rule tag/],
    ['a Rule with two tags', '@rule:TOKEN-T1', '@rule:TOKEN-T1 @rule:T1-AGENT', /more than one/],
    ['a title that differs', 'Rule: T1 is a token', 'Rule: T1 is the token', /title of TOKEN-T1/],
  ]
  for (const [title, from, to, problem] of planted) {
    it(`sees ${title}`, () =>
      assert.match(problems(complete.replace(from, to)).join('\n'), problem))
  }
})
