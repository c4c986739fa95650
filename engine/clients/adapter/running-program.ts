import { setTimeout as delay } from 'node:timers/promises'
import { AdapterFailure } from '../client-under-test.ts'
import { hideSecrets, printable } from './hide-secrets.ts'
import { endGroup, type Program, startGroup } from './process-group.ts'
import { createRecentOutput, type RecentOutput } from './recent-output.ts'

/** What a program may write: a line at most, and all that nobody asked for. In characters. */
export const outputLimits = { line: 1_048_576, unasked: 10 * 1_048_576 } as const

const linesInMessages = 20
const longestLineInMessages = 300
/** A process that it started may keep its pipes open after it ended. */
const closeWithinMs = 250

export type RunningProgram = {
  readonly stdin: NodeJS.WritableStream | null
  readonly stderr: RecentOutput
  /** How it ended, in words; once everything that it wrote has been read. */
  readonly ended: Promise<string>
  readonly hasEnded: () => boolean
  /** Secrets that it was given: they stand in no message. */
  readonly hide: (secrets: readonly string[]) => void
  /** Starts the count of what was written unasked again. */
  readonly forgive: () => void
  /** Ends it, with all that it started. */
  readonly kill: () => void
  /** Ends it; the message tells what it did, and ends with the last lines of its stderr. */
  readonly failure: (whatItDid: string) => Promise<AdapterFailure>
  /** For a message: a part of what it wrote. */
  readonly quote: (text: string) => string
}

type Listeners = {
  readonly onOutput: (chunk: string) => void
  readonly onFlood: () => void
}

/**
 * Starts a program and reads all that it writes.
 * @throws {AdapterFailure} if it cannot be started
 */
export async function startProgram(
  program: Program,
  stdin: 'pipe' | 'ignore',
  { onOutput, onFlood }: Listeners,
): Promise<RunningProgram> {
  const child = await startGroup(program, stdin)
  const stderr = createRecentOutput(outputLimits.line)
  const secrets = new Set<string>()
  let unasked = 0
  let hasEnded = false

  const count = (chunk: string) => {
    unasked += chunk.length
    if (unasked <= outputLimits.unasked) return
    child.stdout?.destroy()
    child.stderr?.destroy()
    onFlood()
  }
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    onOutput(chunk)
    count(chunk)
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr.append(chunk)
    count(chunk)
  })
  // A program that ends or closes its stdin is noticed by that it does not answer.
  child.stdin?.on('error', () => {})

  const closed = new Promise((resolve) => child.once('close', resolve))
  const ended = new Promise<string>((resolve) => {
    child.once('exit', async (code, signal) => {
      await Promise.race([closed, delay(closeWithinMs, undefined, { ref: false })])
      hasEnded = true
      endGroup(child)
      resolve(signal ? `was ended by ${signal}` : `exited with code ${code}`)
    })
  })

  const kill = () => endGroup(child)
  const failure = async (whatItDid: string): Promise<AdapterFailure> => {
    kill()
    await Promise.race([ended, delay(4 * closeWithinMs, undefined, { ref: false })])
    // More than is shown, so that a private key of many lines is recognized by its first.
    const text = hideSecrets(stderr.lastLines(10 * linesInMessages).join('\n'), secrets)
    const lines = text.split('\n').slice(-linesInMessages)
    const told = text === '' ? 'It wrote nothing to stderr.' : 'The last lines of its stderr:'
    const message = `The adapter "${program.command.join(' ')}" ${whatItDid}. ${told}`
    const shown = lines.map((line) => `\n  ${printable(line, longestLineInMessages)}`)
    return new AdapterFailure(text === '' ? message : `${message}${shown.join('')}`)
  }

  return {
    stdin: child.stdin,
    stderr,
    ended,
    hasEnded: () => hasEnded,
    hide: (more) => {
      for (const secret of more) secrets.add(secret)
    },
    forgive: () => {
      unasked = 0
    },
    kill,
    failure,
    quote: (text) => printable(hideSecrets(text, secrets), 200),
  }
}
