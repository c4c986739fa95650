import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Program } from '../clients/adapter/process-group.ts'
import { createRecentOutput } from '../clients/adapter/recent-output.ts'
import {
  outputLimits,
  type RunningProgram,
  startProgram,
} from '../clients/adapter/running-program.ts'
import { AdapterFailure } from '../clients/client-under-test.ts'
import { ApiUnreachable } from './api-under-test.ts'

export type StartedApi = {
  readonly origin: string
  readonly written: () => string
  /** Resets the count of output: more than 10 MB between two calls is too much. */
  readonly forgive: () => void
  readonly hide: RunningProgram['hide']
  readonly close: () => Promise<void>
}

type Start = Program & {
  readonly health: string
  readonly startSeconds: number
}

const looksAgainAfterMs = 100
/** An API that ends by itself when it is asked to may write a last line. */
const endsWithinMs = 2000

/**
 * Starts an API on a free port of loopback, and waits until its health path answers.
 * @throws {ApiUnreachable} if it does not start, ends, or is not ready in time
 */
export async function startApi({ health, startSeconds, ...program }: Start): Promise<StartedApi> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const output = createRecentOutput(outputLimits.line)
  const env = { ...program.env, PORT: String(port) }
  let flooded = false
  const running = await startProgram({ ...program, env }, 'ignore', {
    onOutput: output.append,
    onFlood: () => {
      flooded = true
    },
    onWarning: output.append,
    called: 'API',
  }).catch(unreachable)
  const written = () => `${output.since(0)}\n${running.stderr.since(0)}`
  const failed = async (what: string) => new ApiUnreachable((await running.failure(what)).message)
  const deadline = performance.now() + startSeconds * 1000
  while (!(await isHealthy(`${origin}${health}`))) {
    if (running.hasEnded()) throw await failed(`${await running.ended} before ${health} answered`)
    if (flooded) throw await failed('wrote more than 10 MB before it was ready')
    if (performance.now() > deadline) {
      throw await failed(
        `did not answer GET ${health} on port ${port} with 2xx within ${startSeconds} s. It has to listen on the port that PORT names`,
      )
    }
    await delay(looksAgainAfterMs)
  }
  return {
    origin,
    written,
    forgive: running.forgive,
    hide: running.hide,
    close: async () => {
      running.kill()
      await Promise.race([running.ended, delay(endsWithinMs, undefined, { ref: false })])
    },
  }
}

function unreachable(error: unknown): never {
  if (error instanceof AdapterFailure) throw new ApiUnreachable(error.message)
  throw error
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address && typeof address === 'object') return address.port
  throw new ApiUnreachable('this machine has no free port on 127.0.0.1')
}
