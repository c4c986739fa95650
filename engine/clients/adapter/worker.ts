import { type JsonLinesProcess, startJsonLinesProcess } from './json-lines-process.ts'
import type { Program } from './process-group.ts'
import { type AdapterReply, protocolName } from './protocol.ts'
import { withRedirect } from './redirect-environment.ts'
import type { OpenRedirect, Redirect } from './redirect-type.ts'

/** A process of the adapter that replied to hello, and its redirect to the identity provider. */
export type Worker = {
  readonly process: JsonLinesProcess
  readonly redirect: Redirect | undefined
  readonly hello: Extract<AdapterReply<'hello'>, { ok: true }>
  /** Sends `shutdown`, and kills the process if it does not exit in time. */
  readonly shutdown: (withinMs: number) => Promise<'exited' | 'killed'>
  readonly kill: () => Promise<void>
}

export type WorkerOptions = Program & {
  readonly timeoutMs: number
  /** Takes what the author of the adapter should know. */
  readonly onWarning?: ((text: string) => void) | undefined
  /** Opened for each process. */
  readonly openRedirect?: OpenRedirect | undefined
}

/** @throws {AdapterFailure} if it does not start, or does not speak this protocol */
export async function startWorker({ openRedirect, ...options }: WorkerOptions): Promise<Worker> {
  const redirect = await openRedirect?.()
  const closeRedirect = async () => redirect?.close()
  try {
    const env = withRedirect(options.env, redirect)
    const process = await startJsonLinesProcess({ ...options, env })
    return {
      process,
      redirect,
      hello: await sayHello(process),
      shutdown: async (withinMs) => {
        const how = await process.shutdown(withinMs)
        await closeRedirect()
        return how
      },
      kill: async () => {
        process.kill()
        await closeRedirect()
      },
    }
  } catch (error) {
    await closeRedirect()
    throw error
  }
}

async function sayHello(process: JsonLinesProcess): Promise<Worker['hello']> {
  const hello = await process.ask('hello', { protocol: protocolName })
  if (hello.ok) return hello
  throw await process.failure(`refused ${protocolName}: ${process.quote(hello.error.message)}`)
}
