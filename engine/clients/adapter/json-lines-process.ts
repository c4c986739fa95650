import { setTimeout as delay } from 'node:timers/promises'
import { parseJsonObject } from '../../../wire/json-object.ts'
import { AdapterFailure } from '../client-under-test.ts'
import type { Channel } from './channel.ts'
import { parseReply } from './parse-reply.ts'
import type { Program } from './process-group.ts'
import { type AdapterOperation, type AdapterReply, adapterRequest } from './protocol.ts'
import { createLineReader } from './read-lines.ts'
import type { RecentOutput } from './recent-output.ts'
import { outputLimits, type RunningProgram, startProgram } from './running-program.ts'

/** A running adapter program that exchanges JSON lines. */
export type JsonLinesProcess = Channel & {
  readonly stderr: RecentOutput
  /** Why it no longer takes requests: it broke the protocol, or it ended. */
  readonly broken: () => Promise<AdapterFailure> | undefined
  /** Sends `shutdown`, and kills the program if it does not exit in time. */
  readonly shutdown: (withinMs: number) => Promise<'exited' | 'killed'>
  readonly kill: () => void
  /** Kills it; the message says what it did and ends with the last lines of its stderr. */
  readonly failure: (whatItDid: string) => Promise<AdapterFailure>
  /** An excerpt of its output for a message, without secrets. */
  readonly quote: (text: string) => string
}

export type JsonLinesOptions = Program & {
  /** How long an operation may take. */
  readonly timeoutMs: number
  /** Takes what the author of the adapter should know. */
  readonly onWarning?: ((text: string) => void) | undefined
}

type Waiting = {
  readonly operation: AdapterOperation
  readonly timer: NodeJS.Timeout
  readonly resolve: (reply: AdapterReply<AdapterOperation>) => void
  readonly reject: (failure: AdapterFailure) => void
}

/** @throws {AdapterFailure} if the program cannot be started */
export async function startJsonLinesProcess({
  timeoutMs,
  onWarning = () => {},
  ...program
}: JsonLinesOptions): Promise<JsonLinesProcess> {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let broken: Promise<AdapterFailure> | undefined

  const fail = (whatItDid: string) => {
    if (broken) return
    broken = running.failure(whatItDid)
    rejectAll(broken)
  }
  const rejectAll = (why: Promise<AdapterFailure>) => {
    const left = [...waiting.values()]
    waiting.clear()
    for (const { timer } of left) clearTimeout(timer)
    void why.then((failure) => {
      for (const { reject } of left) reject(failure)
    })
  }
  const receive = (line: string) => {
    if (line.trim() === '' || broken) return
    const said = parseJsonObject(line)
    if (!said)
      return fail(`wrote a line to stdout that is not a JSON object: ${running.quote(line)}`)
    const { id } = said
    if (typeof id !== 'number')
      return fail(`sent a reply without a numeric id${about(said, running)}`)
    const to = waiting.get(id)
    if (!to) return fail(`${strayReply(id, asked)}`)
    const parsed = parseReply(to.operation, said)
    if ('wrong' in parsed) return fail(`sent an invalid reply to ${to.operation}: ${parsed.wrong}`)
    waiting.delete(id)
    clearTimeout(to.timer)
    running.forgive()
    to.resolve(parsed.reply)
  }
  const onFlood = () =>
    fail('sent too much output: a line of over 1 MB, or over 10 MB between replies')
  const running = await startProgram(program, 'pipe', {
    onOutput: createLineReader(outputLimits.line, { onLine: receive, onFlood }),
    onFlood,
    onWarning,
  })
  void running.ended.then((how) => fail(`${how} without a shutdown request`))

  const send = (request: unknown) => {
    running.stdin?.write(`${JSON.stringify(adapterRequest.parse(request))}\n`)
  }

  return {
    stderr: running.stderr,
    broken: () => broken,
    hide: running.hide,
    kill: running.kill,
    failure: running.failure,
    quote: running.quote,
    ask: async <Operation extends AdapterOperation>(operation: Operation, message: object) => {
      if (broken) throw await broken
      const id = ++asked
      const reply = await new Promise<AdapterReply<AdapterOperation>>((resolve, reject) => {
        const timer = setTimeout(
          () => fail(`did not answer ${operation} within ${timeoutMs / 1000} s`),
          timeoutMs,
        )
        waiting.set(id, { operation, timer, resolve, reject })
        send({ ...message, id, op: operation })
      })
      // Output that came together with the reply may have broken the protocol.
      if (broken) throw await broken
      return reply as AdapterReply<Operation>
    },
    shutdown: async (withinMs) => {
      broken ??= Promise.resolve(new AdapterFailure('The adapter is shutting down'))
      rejectAll(broken)
      if (running.hasEnded()) return 'exited'
      send({ id: ++asked, op: 'shutdown' })
      running.stdin?.end()
      const late = delay(withinMs, 'killed' as const, { ref: false })
      const how = await Promise.race([running.ended.then(() => 'exited' as const), late])
      running.kill()
      await running.ended
      return how
    },
  }
}

function strayReply(id: number, asked: number): string {
  const wasAsked = Number.isInteger(id) && id >= 1 && id <= asked
  return wasAsked ? `answered request ${id} twice` : `answered request ${id}, which was never sent`
}

/** An adapter that could not read a request has no id to echo; its error message says why. */
function about({ error }: Readonly<Record<string, unknown>>, { quote }: RunningProgram): string {
  const { message } = (error ?? {}) as { readonly message?: unknown }
  return typeof message === 'string' ? `: ${quote(message)}` : ''
}
