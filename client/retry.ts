import { isCertificateProblem } from '../wire/certificate-problem.ts'
import type { Step } from './client-event.ts'
import { createPauses } from './pauses.ts'
import type { Ports } from './ports.ts'
import { TokenRequestError } from './token-request-error.ts'

export type RetryPolicy = {
  /** Attempts per step, including the first. */
  readonly maxAttempts: number
  /** For a longer wait, the client throws the error at once. */
  readonly maxWaitSeconds: number
}

/** Runs one step, and retries it if that can help. `key` names the scope of a wait. */
export type Retry = <T>(
  step: Step,
  key: string,
  attempt: (number: number) => Promise<T>,
  signal: AbortSignal,
) => Promise<T>

/** The transient failure of this step. A failure that an inner step already retried is final. */
const transientFailure = (error: unknown, step: Step): TokenRequestError | undefined => {
  if (!(error instanceof TokenRequestError) || error.step !== step) return undefined
  if (isCertificateProblem(error.networkCode)) return undefined
  const isTransient = error.reason === 'unavailable' || error.reason === 'unreachable'
  return isTransient ? error : undefined
}

/** The wait that the server asked for, or 1, 2, 4 ... seconds. */
const waitMsAfter = (error: TokenRequestError, attempt: number): number =>
  1000 * (error.retryAfterSeconds ?? 2 ** (attempt - 1))

/**
 * Retries 429, 5xx, missing answers, and 404 and 410 of managed identity; never another 4xx, and never an invalid answer.
 *
 * Later calls with the same key obey a Retry-After too, so no request is sent too early. The key
 * contains the agent identity, so that one agent's pause does not block another.
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
