import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeFault } from './describe-fault.ts'
import type { Fault } from './fault.ts'

const cases: readonly [Fault, string, number | undefined][] = [
  [{ status: 503 }, 'answered 503', 503],
  [{ status: 429, headers: { 'Retry-After': '7' } }, 'answered 429 with Retry-After: 7', 429],
  [{ body: 'canary' }, 'answered 200', 200],
  [{ headers: { authorization: 'canary' } }, 'answered with authorization', undefined],
  [{ connection: 'drop', delayMs: 5 }, 'connection closed without an answer after 5 ms', 0],
  [{ connection: 'cut' }, 'connection closed after half of the body', undefined],
  [{ refuse: 700016 }, 'refused with AADSTS700016 by request of the test', 400],
  [{ change: { expires_in: '1' } }, 'member expires_in changed', undefined],
  [{ change: { a: 1, b: 2 }, omit: ['c'] }, 'members a and b changed, member c removed', undefined],
  [{ delayMs: 500, bodyDelayMs: 9 }, 'answered after 500 ms, body sent after 9 ms', undefined],
]

for (const [fault, description, replacedBy] of cases) {
  test(`the journal tells of ${JSON.stringify(fault)}: ${description}`, () => {
    assert.deepEqual(describeFault(fault), { description, replacedBy })
  })
}
