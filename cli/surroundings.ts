import type { ClientFetch } from '../client/index.ts'
import type { Output } from './terminal/output.ts'
import { printableOutput } from './terminal/printable-output.ts'

/** What a subcommand needs of the world. Tests pass their own. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  /** All of standard input. */
  readonly readInput: () => Promise<string>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Calls back on the first Ctrl-C; the second one ends the process. Returns how to stop listening. */
  readonly onInterrupt: (interrupt: () => void) => () => void
  /** Instead of the network. */
  readonly fetch?: ClientFetch | undefined
  /** Instead of a timer. */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined
}

export function processSurroundings(): Surroundings {
  return {
    env: process.env,
    stdout: printableOutput(process.stdout),
    stderr: printableOutput(process.stderr),
    readInput: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks).toString('utf8')
    },
    now: Date.now,
    onInterrupt: (interrupt) => {
      process.once('SIGINT', interrupt)
      return () => process.off('SIGINT', interrupt)
    },
  }
}
