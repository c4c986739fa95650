import { setTimeout as wait } from 'node:timers/promises'
import { isLoopbackUrl } from '../../wire/loopback.ts'
import type { Send } from '../requests/wire-request.ts'

/** Ten requests a second: far below what Microsoft Entra throttles. */
const betweenRequestsMs = 100
/** A longer Retry-After ends the wait; the scenario then shows the 429. */
const longestWaitSeconds = 60

/**
 * Sends requests to a remote host one at a time, spaced out, and honours Retry-After.
 * @param pause how to wait; a test passes its own
 */
export function paced(
  send: Send,
  authorityHost: string,
  pause: (ms: number) => Promise<unknown> = wait,
): Send {
  const spacingMs = isLoopbackUrl(authorityHost) ? 0 : betweenRequestsMs
  let turn: Promise<unknown> = Promise.resolve()
  const sendPatiently: Send = async (path, init) => {
    const answer = await send(path, init)
    const seconds = Number(answer.headers.get('retry-after'))
    if (answer.status !== 429 || !(seconds > 0 && seconds <= longestWaitSeconds)) return answer
    await pause(seconds * 1000)
    return send(path, init)
  }
  return (path, init) => {
    const mine = turn.then(() => sendPatiently(path, init))
    turn = mine.catch(() => {}).then(() => pause(spacingMs))
    return mine
  }
}
