import { AdapterFailure } from '../client-under-test.ts'
import type { AdapterClient } from './adapter-client.ts'
import { configureWorker } from './configure-worker.ts'
import { createPool } from './pool.ts'
import { printableNames } from './printable-names.ts'
import { startWorker, type Worker, type WorkerOptions } from './worker.ts'

export type AdapterOptions = WorkerOptions & {
  /** Default: the name in the program's reply to hello. */
  readonly name?: string | undefined
  /** Maximum number of processes if the program allows several. Default: 6. */
  readonly maxParallel?: number | undefined
  /** How long a process may take to exit. Default: 5 seconds. */
  readonly shutdownMs?: number | undefined
}

/**
 * Opens a client behind a program that runs for many scenarios, in several copies if it allows that.
 * @throws {AdapterFailure} if the program does not start, or does not speak this protocol
 */
export async function openAdapter(options: AdapterOptions): Promise<AdapterClient> {
  const { shutdownMs = 5000 } = options
  const warnings = new Set<string>()
  const onWarning = (text: string) => void warnings.add(text)
  const first = await startWorker({ ...options, onWarning })
  const { capabilities } = first.hello
  const { name, version, language } = printableNames(first.hello)
  const maxParallel = capabilities.parallel ? Math.max(1, options.maxParallel ?? 6) : 1
  const pool = createPool(first, maxParallel, () => startWorker({ ...options, onWarning }))
  let isClosed = false

  const end = async (worker: Worker) => {
    if ((await worker.shutdown(shutdownMs)) === 'exited') return
    warnings.add(`${name} did not exit within ${shutdownMs / 1000} s of shutdown, so it was killed`)
  }
  const discard = async (worker: Worker) => {
    pool.drop(worker)
    await worker.kill()
  }
  const retire = async (worker: Worker) => {
    warnings.add(`${name} refuses reset, so each scenario starts a new process`)
    pool.drop(worker)
    await end(worker)
  }

  return {
    name: options.name ?? name,
    version,
    language,
    capabilities,
    maxParallel,
    hasVirtualTime: false,
    get warnings() {
      return [...warnings]
    },
    configure: async (setup) => {
      if (isClosed) throw new AdapterFailure(`${name} is already closed`)
      const worker = await pool.take()
      try {
        return await configureWorker(worker, setup, {
          giveBack: pool.giveBack,
          retire,
          discard,
        })
      } catch (error) {
        if (worker.process.broken()) await discard(worker)
        else pool.giveBack(worker)
        throw error
      }
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      await Promise.all((await pool.all()).map(end))
    },
  }
}
