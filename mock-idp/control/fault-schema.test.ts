import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '../sandbox/faults/index.ts'
import { fault } from './fault-schema.ts'

const mistakes: readonly [Fault, string, RegExp][] = [
  [{ times: 2 }, '', /^expected at least one effect: status, headers, body, change, omit, refuse/],
  [{ change: {}, omit: [], headers: {} }, '', /at least one effect/],
  [{ refuse: 1 }, 'refuse', /^expected the AADSTS number of a refusal in the catalogue .+, got 1$/],
  [{ refuse: 700016, body: 'x' }, '', /^refuse sets the whole answer/],
  [{ refuse: 700016, omit: ['error'] }, '', /^refuse sets the whole answer/],
  [{ status: 503, omit: ['a'] }, '', /^status and body replace the real answer/],
  [{ body: '{}', change: { a: 1 } }, '', /^status and body replace the real answer/],
  [{ connection: 'drop', status: 503 }, '', /^connection drop sends no answer/],
  [{ connection: 'drop', bodyDelayMs: 5 }, '', /^connection drop sends no answer/],
  [{ connection: 'cut', status: 503 }, '', /need a body/],
  [{ connection: 'cut', body: '' }, '', /need a body/],
  [{ bodyDelayMs: 9, status: 204, body: 'x' }, '', /need a body/],
  [{ pieces: 2, status: 204, body: 'x' }, '', /need a body/],
  [{ pieces: 1, status: 200, body: 'x' }, 'pieces', /expected number to be >=2/],
  [{ connection: 'drop', pieces: 2 }, '', /^connection drop sends no answer/],
  [{ change: { a: 1 }, omit: ['a'] }, '', /^change and omit name the same member/],
  [{ endpoint: 'keys', leg: 't1', status: 503 }, '', /apply only to token requests/],
  [{ endpoint: 'instance', clientId: 'x', status: 503 }, '', /apply only to token requests/],
  [{ delayMs: 0 }, 'delayMs', /expected number to be >=1/],
  [{ skip: -1, status: 503 }, 'skip', /expected number to be >=0/],
]

for (const [value, place, message] of mistakes) {
  test(`no fault: ${JSON.stringify(value)}`, () => {
    const [issue, ...more] = fault.safeParse(value).error?.issues ?? []
    assert.deepEqual(more, [])
    assert.equal(issue?.path.join('.'), place)
    assert.match(issue?.message ?? '', message)
  })
}

const faults: readonly Fault[] = [
  { status: 503, headers: { 'Retry-After': '7' } },
  { body: '' },
  { headers: { 'retry-after': '7' } },
  { endpoint: 'instance', status: 502 },
  { endpoint: 'managedIdentity', status: 503 },
  {
    endpoint: 'token',
    leg: 'redemption',
    clientId: 'x',
    fmiPath: 'y',
    skip: 1,
    change: { a: null },
  },
  { refuse: 7000215, headers: { 'retry-after': '1' }, delayMs: 10, connection: 'cut' },
  { connection: 'drop', delayMs: 10 },
  { connection: 'cut', status: 400, body: 'text', bodyDelayMs: 1 },
  { bodyDelayMs: 600_000 },
  { pieces: 3 },
]

for (const value of faults) {
  test(`a fault: ${JSON.stringify(value)}`, () => {
    assert.deepEqual(fault.parse(value), { ...value, times: 1 })
  })
}
