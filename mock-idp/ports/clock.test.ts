import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createTenantClock } from './clock.ts'

/** Real time that passes only when told to. */
function createRealTime() {
  let realMs = 1_000_000
  return {
    now: () => realMs,
    pass: (seconds: number) => {
      realMs += seconds * 1000
    },
  }
}

test('an untouched clock shows real time', () => {
  const real = createRealTime()
  const clock = createTenantClock(real.now)
  assert.deepEqual(clock.state(), { nowMs: 1_000_000, offsetSeconds: 0, frozen: false })
  real.pass(5)
  assert.equal(clock.nowMs(), 1_005_000)
})

test('an offset is counted from real time, and setting it twice changes nothing', () => {
  const clock = createTenantClock(() => 1_000_000)
  for (let times = 0; times < 2; times++) {
    clock.set({ offsetSeconds: 60 })
    assert.deepEqual(clock.state(), { nowMs: 1_060_000, offsetSeconds: 60, frozen: false })
  }
})

test('an advance is counted from the time the clock shows', () => {
  const clock = createTenantClock(() => 1_000_000)
  clock.set({ advanceSeconds: 60 })
  clock.set({ advanceSeconds: 60 })
  assert.equal(clock.nowMs(), 1_120_000)
})

test('a frozen clock stands still and goes on from where it stood', () => {
  const real = createRealTime()
  const clock = createTenantClock(real.now)
  clock.set({ frozen: true })
  real.pass(100)
  assert.equal(clock.nowMs(), 1_000_000)
  clock.set({ frozen: false })
  assert.equal(clock.nowMs(), 1_000_000)
  real.pass(1)
  assert.equal(clock.nowMs(), 1_001_000)
  assert.equal(clock.state().offsetSeconds, -100)
})

test('a clock that is frozen and shifted at once stands at the shifted time', () => {
  const real = createRealTime()
  const clock = createTenantClock(real.now)
  clock.set({ offsetSeconds: -10, advanceSeconds: 5, frozen: true })
  real.pass(3)
  assert.deepEqual(clock.state(), { nowMs: 995_000, offsetSeconds: -8, frozen: true })
})

test('a reset brings real time back', () => {
  const clock = createTenantClock(() => 1_000_000)
  clock.set({ offsetSeconds: 60, frozen: true })
  clock.reset()
  assert.deepEqual(clock.state(), { nowMs: 1_000_000, offsetSeconds: 0, frozen: false })
})

const seconds = fc.integer({ min: -100_000, max: 100_000 })
const act = fc.oneof(
  fc.record({ act: fc.constant('offset' as const), by: seconds }),
  fc.record({ act: fc.constant('advance' as const), by: seconds }),
  fc.record({ act: fc.constant('pass' as const), by: fc.nat({ max: 100_000 }) }),
  fc.record({ act: fc.constantFrom('freeze' as const, 'thaw' as const), by: fc.constant(0) }),
)

/** The clock as two numbers of seconds: what it shows, and whether passing time moves it. */
function shownAfter(
  { shown, frozen }: { readonly shown: number; readonly frozen: boolean },
  { act, by }: { readonly act: string; readonly by: number },
  real: number,
) {
  if (act === 'offset') return { shown: real + by, frozen }
  if (act === 'advance') return { shown: shown + by, frozen }
  if (act === 'pass') return { shown: frozen ? shown : shown + by, frozen }
  return { shown, frozen: act === 'freeze' }
}

const changes = {
  offset: (by: number) => ({ offsetSeconds: by }),
  advance: (by: number) => ({ advanceSeconds: by }),
  freeze: () => ({ frozen: true }),
  thaw: () => ({ frozen: false }),
} as const

test('a clock shows what a simple model shows, whatever is done to it', () =>
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const real = createRealTime()
      const clock = createTenantClock(real.now)
      let model = { shown: 1_000, frozen: false }
      for (const one of acts) {
        model = shownAfter(model, one, real.now() / 1000)
        if (one.act === 'pass') real.pass(one.by)
        else clock.set(changes[one.act](one.by))
        assert.equal(clock.nowMs(), model.shown * 1000)
        assert.equal(clock.state().frozen, model.frozen)
      }
    }),
  ))
