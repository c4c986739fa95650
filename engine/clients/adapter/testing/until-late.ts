import type { TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'

/**
 * Lets the time pass that an adapter has, without waiting for it, until this is settled: on a busy machine a short
 * limit of real time would also be over for what answers.
 */
export async function untilLate<T>(t: TestContext, call: () => Promise<T>): Promise<T> {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let isSettled = false
  const settled = call().finally(() => {
    isSettled = true
  })
  // Whoever waits for it below learns how it ended.
  settled.catch(() => {})
  while (!isSettled) {
    t.mock.timers.tick(1000)
    await setImmediate()
  }
  t.mock.timers.reset()
  return settled
}
