import { setTimeout as delay } from 'node:timers/promises'
import type { ClientSetup, ConfiguredClient } from '../client-under-test.ts'
import { createScenario } from './scenario.ts'
import type { Worker } from './worker.ts'

/** How long to wait after a reply for output that is still in the pipe. */
export const settleMs = 20

/** What happens to a process after a scenario. */
type After = {
  readonly giveBack: (worker: Worker) => void
  /** For a process that cannot drop its caches: ends it, so that another takes its place. */
  readonly retire: (worker: Worker) => Promise<void>
  /** For a process that broke the protocol. */
  readonly discard: (worker: Worker) => Promise<void>
}

/** @throws {AdapterFailure} if the adapter breaks the protocol */
export async function configureWorker(
  worker: Worker,
  setup: ClientSetup,
  { giveBack, retire, discard }: After,
): Promise<ConfiguredClient> {
  const { process, redirect } = worker
  const mark = process.stderr.total()
  const strangersBefore = redirect?.strangeHosts().length ?? 0
  const scenario = createScenario({
    channel: process,
    capabilities: worker.hello.capabilities,
    isRedirected: redirect !== undefined,
  })
  let isFailureTold = false
  let settled = delay(settleMs)
  let final: { readonly said: string; readonly strangers: readonly string[] } | undefined
  let closing: Promise<void> | undefined

  const telling = async <Result>(asking: Promise<Result>): Promise<Result> => {
    try {
      return await asking
    } catch (error) {
      isFailureTold = true
      throw error
    } finally {
      settled = delay(settleMs)
    }
  }
  const saidSoFar = () => [process.stderr.since(mark), ...scenario.errorTexts()].join('\n')
  const strangersSoFar = () => [...new Set(redirect?.strangeHosts().slice(strangersBefore))]
  const soFar = () => ({ said: saidSoFar(), strangers: strangersSoFar() })
  const askForReset = async () => {
    const reply = await process.ask('reset', {})
    // Output of this scenario must not arrive in the next one.
    await delay(settleMs)
    const broken = process.broken()
    if (broken) throw await broken
    return reply.ok
  }
  const close = async () => {
    try {
      const isReset = await askForReset()
      final = soFar()
      await (isReset ? giveBack(worker) : retire(worker))
    } catch (error) {
      final ??= soFar()
      await discard(worker)
      if (!isFailureTold) throw error
    } finally {
      await scenario.end()
    }
  }

  try {
    await scenario.configure(setup)
  } catch (error) {
    await scenario.end()
    throw error
  }
  return {
    acquire: (wanted) => telling(scenario.acquire(wanted)),
    reconfigure: (other) => telling(scenario.configure(other)),
    reset: () => telling(askForReset()),
    said: async () => {
      await settled
      return final?.said ?? saidSoFar()
    },
    strangeHosts: () => final?.strangers ?? strangersSoFar(),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
