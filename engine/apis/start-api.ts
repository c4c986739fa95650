import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Program } from '../clients/adapter/process-group.ts'
import { createRecentOutput } from '../clients/adapter/recent-output.ts'
import { outputLimits, startProgram } from '../clients/adapter/running-program.ts'
import { AdapterFailure } from '../clients/client-under-test.ts'
import { ApiUnreachable } from './api-under-test.ts'

export type StartedApi = {
  readonly origin: string
  readonly written: () => string
  /** Resets the count of output: more than 10 MB between two calls is too much. */
  readonly forgive: () => void
  readonly close: () => Promise<void>
}

type Start = Program & {
  readonly startSeconds: number
  /** The path that answers 2xx when the API is ready. Absent: the resource answers, whatever it says. */
  readonly health?: string | undefined
  readonly resource?: { readonly path: string } | undefined
  /** Where it will listen. Absent: on a free port. */
  readonly origin?: string | undefined
}

const looksAgainAfterMs = 100
/** An API that ends by itself when it is asked to may write a last line. */
const endsWithinMs = 2000

/**
 * Starts an API on a free port of loopback, and waits until its health path answers.
 * @throws {ApiUnreachable} if it does not start, ends, or is not ready in time
 */
export async function startApi(start: Start): Promise<StartedApi> {
  const { health, resource, startSeconds, origin: wanted, ...program } = start
  const port = wanted === undefined ? await freePort() : portOf(new URL(wanted))
  const origin = wanted ?? `http://127.0.0.1:${port}`
  const path = health ?? resource?.path ?? '/'
  const isReady = health === undefined ? answersItself : isHealthy
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
  while (!(await isReady(`${origin}${path}`))) {
    if (running.hasEnded()) throw await failed(`${await running.ended} before ${path} answered`)
    if (flooded) throw await failed('wrote more than 10 MB before it was ready')
    if (performance.now() > deadline) {
      throw await failed(
        `did not answer GET ${path} on port ${port} with ${health === undefined ? 'less than 500' : '2xx'} within ${startSeconds} s. It has to listen on the port that PORT names`,
      )
    }
    await delay(looksAgainAfterMs)
  }
  return {
    origin,
    written,
    forgive: running.forgive,
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

const isHealthy = async (url: string) => (await statusOf(url)) < 300
/** An API refuses a call without a token as soon as it can. */
const answersItself = async (url: string) => (await statusOf(url)) < 500

async function statusOf(url: string): Promise<number> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port)
  return protocol === 'https:' ? 443 : 80
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
