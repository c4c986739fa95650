import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseCaller } from './graph-callers.ts'
import { parseObject } from './graph-objects.ts'

describe('who asks the directory', () => {
  for (const [text, who, permissions] of [
    ['the administrator', 'the administrator', undefined],
    ['the administrator with the permission "A.Read.All"', 'the administrator', ['A.Read.All']],
    ['the user "Uma"', 'Uma', undefined],
    ['"Booking"', 'Booking', undefined],
    ['"Intranet" with the permissions "A, B"', 'Intranet', ['A', 'B']],
  ] as const) {
    it(`is read from ${text}`, () => assert.deepEqual(parseCaller(text), { who, permissions }))
  }
})

describe('an object of the directory', () => {
  for (const [text, kind, name] of [
    ['the blueprint "Concierge"', 'blueprint', 'Concierge'],
    ['the principal of "Concierge"', 'principal', 'Concierge'],
    ['the agent identity "Luggage"', 'agent identity', 'Luggage'],
    ['the agent user "front-desk"', 'agent user', 'front-desk'],
    ['an unknown agent identity', 'agent identity', undefined],
  ] as const) {
    it(`is read from ${text}`, () => assert.deepEqual(parseObject(text), { kind, name }))
  }
})
