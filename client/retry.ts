import { isCertificateProblem } from './certificate-problem.ts'
import type { Step } from './client-event.ts'
import { createPauses } from './pauses.ts'
import type { Ports } from './ports.ts'
import { TokenRequestError } from './token-request-error.ts'

export type RetryPolicy = {
  /** Attempts of one step, the first included. */
  readonly maxAttempts: number
  /** A longer wait is left to the caller: the error is thrown at once. */
  readonly maxWaitSeconds: number
}

/** Runs one step, again where that can help. `key` names whom a wait concerns. */
export type Retry = <T>(
  step: Step,
  key: string,
  attempt: (number: number) => Promise<T>,
  signal: AbortSignal,
) => Promise<T>

/** The transient failure of this step; what an inner step could not mend is not tried again. */
const transientFailure = (error: unknown, step: Step): TokenRequestError | undefined => {
  if (!(error instanceof TokenRequestError) || error.step !== step) return undefined
  if (isCertificateProblem(error.networkCode)) return undefined
  const isTransient = error.reason === 'unavailable' || error.reason === 'unreachable'
  return isTransient ? error : undefined
}

/** What the server asked for, or 1, 2, 4 ... seconds. */
const waitMsAfter = (error: TokenRequestError, attempt: number): number =>
  1000 * (error.retryAfterSeconds ?? 2 ** (attempt - 1))

/**
 * Retries 429, 5xx and missing answers; never a 4xx, never an answer that makes no sense.
 *
 * A Retry-After is remembered per key and obeyed by later calls too, so nobody asks again before
 * its time. The key holds the agent identity: one agent's pause is never another's.
 */
export const createRetry = (ports: Ports, policy: RetryPolicy): Retry => {
  const pauses = createPauses(ports.now)

  const wait = async (
    waitMs: number,
    { step, httpStatus }: TokenRequestError,
    { attempt, signal }: { readonly attempt: number; readonly signal: AbortSignal },
  ): Promise<void> => {
    const status = httpStatus === undefined ? {} : { httpStatus }
    ports.onEvent({ type: 'retry-scheduled', step, attempt, waitMs, ...status })
    await ports.sleep(waitMs, signal)
    signal.throwIfAborted()
  }

  const waitOrThrow: typeof wait = (waitMs, error, next) => {
    if (waitMs > policy.maxWaitSeconds * 1000) throw error
    return wait(waitMs, error, next)
  }

  return async (step, key, attempt, signal) => {
    const pauseKey = JSON.stringify([step, key])
    const pause = pauses.current(pauseKey)
    if (pause !== undefined)
      await waitOrThrow(pause.remainingMs, pause.error, { attempt: 1, signal })

    for (let number = 1; ; number += 1) {
      try {
        return await attempt(number)
      } catch (error) {
        const failure = transientFailure(error, step)
        if (failure === undefined) throw error
        pauses.begin(pauseKey, failure)
        if (number >= policy.maxAttempts) throw error
        const next = { attempt: number + 1, signal }
        await waitOrThrow(waitMsAfter(failure, number), failure, next)
      }
    }
  }
}
