import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { featureStyle } from './feature-style.ts'
import { parseFeature } from './read-features.ts'

const good = `Feature: Redeeming T1
  One line of prose.

  Background:
    Given the blueprint "Concierge" with the agent identity "Booking"

  @mock @rule:T1-AGENT
  Rule: Only the agent identity that T1 names can redeem it

    Scenario: The named one redeems it
      Given "Concierge" has obtained T1 for "Booking"
      And an hour has passed
      When "Booking" redeems it for "Microsoft Graph"
      Then a token is issued

    Scenario Outline: <who> cannot redeem it
      When <who> redeems it for "Microsoft Graph"
      Then the request is refused under rule "T1-AGENT"

      Examples: inferred
        | who       |
        | "Billing" |
`
const problems = (text: string, path = 'features/agent-identity/f.feature') =>
  featureStyle([parseFeature(path, text)]).join('\n')

describe('feature style', () => {
  it('is content with the house style', () => assert.equal(problems(good), ''))

  const planted: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a scenario under no Rule',
      '  @mock @rule:T1-AGENT\n  Rule: Only the agent identity that T1 names can redeem it\n',
      '',
      /stands under no Rule/,
    ],
    ['a missing target tag', '@mock @rule', '@rule', /neither @mock nor @live nor @api/],
    ['an unknown tag', '@mock', '@mock @slow', /@slow is not known/],
    [
      'a second When',
      'Then a token is issued',
      'Then a token is issued\n      When it is sent\n      Then a token is issued',
      /one When/,
    ],
    ['a scenario without a Then', '      Then a token is issued\n', '', /one When/],
    [
      'a Background that acts',
      'Given the blueprint "Concierge" with',
      'When the blueprint "Concierge" with',
      /Background/,
    ],
    [
      'an outline without a placeholder in its title',
      '<who> cannot redeem it',
      'Nobody redeems it',
      /placeholder/,
    ],
    ['Examples without a source', 'Examples: inferred', 'Examples:', /name their source/],
    [
      'a title used twice',
      '<who> cannot redeem it\n      When <who>',
      'The named one redeems it\n      When <who>',
      /is used in/,
    ],
    ['a feature without prose', '  One line of prose.\n', '', /described/],
    ['"should"', 'Then a token is issued', 'Then a token should be issued', /'should'/],
    ['the wire in a flow', 'Then a token is issued', 'Then the JSON is good', /'JSON'/],
    [
      'an id instead of a name',
      '| "Billing" |',
      '| 5f0c7c8e-1d2b-4a55-9d0e-6b1f3c2a9e77 |',
      /an id stands/,
    ],
    [
      '@rule on a scenario',
      '    Scenario: The',
      '    @rule:T1-AGENT\n    Scenario: The',
      /@rule stands/,
    ],
    ['a file that is too long', 'One line', `${'\n'.repeat(120)}One line`, /at most 120/],
  ]
  for (const [title, from, to, problem] of planted) {
    it(`sees ${title}`, () => {
      assert.ok(good.includes(from))
      assert.match(problems(good.replace(from, to)), problem)
    })
  }

  it('lets the wire be the subject where it is', () => {
    const wire = good.replace('Then a token is issued', 'Then the JSON is good')
    assert.equal(problems(wire, 'features/wire/f.feature'), '')
  })
})
