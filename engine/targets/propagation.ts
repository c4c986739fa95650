import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '../requests/answer.ts'

/** Errors of a directory while new objects have not propagated. */
const propagationCodes = [700016, 7000229, 700211, 700212, 700213]
const longestPauseMs = 15_000

export type Waiting = {
  readonly report: (progress: string) => void
  /** How long to wait in all. Default: three minutes. */
  readonly patienceMs?: number
  /** How to pause; a test passes its own. */
  readonly pause?: (ms: number) => Promise<unknown>
}

/**
 * Repeats a request while its answer may mean that new objects have not propagated.
 * @returns the last answer
 */
export async function untilPropagated(
  first: Answer,
  ask: () => Promise<Answer>,
  { report, patienceMs = 180_000, pause = wait }: Waiting,
): Promise<Answer> {
  let answer = first
  let waitedMs = 0
  for (let pauseMs = 1_000; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const [code] = answer.body?.error_codes ?? []
    if (answer.token !== undefined || code === undefined) return answer
    if (!propagationCodes.includes(code) || waitedMs >= patienceMs) return answer
    report(
      `waiting for new objects to propagate in the tenant: AADSTS${code}, ${Math.round(waitedMs / 1000)} s`,
    )
    await pause(pauseMs)
    waitedMs += pauseMs
    answer = await ask()
  }
}
