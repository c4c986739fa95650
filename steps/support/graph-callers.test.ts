import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { callerPattern, parseCaller } from './graph-callers.ts'
import { objectPattern, parseObject } from './graph-objects.ts'

const isWhole = (pattern: RegExp, text: string) => new RegExp(`^(?:${pattern.source})$`).test(text)

describe('who asks the directory', () => {
  for (const [text, who, permissions] of [
    ['the administrator', 'the administrator', undefined],
    ['the administrator with the permission "A.Read.All"', 'the administrator', ['A.Read.All']],
    ['the user "Uma"', 'Uma', undefined],
    ['"Booking"', 'Booking', undefined],
    ['"Intranet" with the permissions "A, B"', 'Intranet', ['A', 'B']],
  ] as const) {
    it(`is read from ${text}`, () => {
      assert.ok(isWhole(callerPattern, text))
      assert.deepEqual(parseCaller(text), { who, permissions })
    })
  }

  it('is nobody whom the features do not know', () =>
    assert.ok(!isWhole(callerPattern, '"Somebody"')))
})

describe('an object of the directory', () => {
  for (const [text, kind, name] of [
    ['the blueprint "Concierge"', 'blueprint', 'Concierge'],
    ['the principal of "Concierge"', 'principal', 'Concierge'],
    ['the agent identity "Luggage"', 'agent identity', 'Luggage'],
    ['the agent user "front-desk"', 'agent user', 'front-desk'],
    ['an agent identity that nobody has', 'agent identity', undefined],
  ] as const) {
    it(`is read from ${text}`, () => {
      assert.ok(isWhole(objectPattern, text))
      assert.deepEqual(parseObject(text), { kind, name })
    })
  }
})
