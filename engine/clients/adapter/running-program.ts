import { setTimeout as delay } from 'node:timers/promises'
import { describeLeftBehind } from '../../../programs/index.ts'
import { printable } from '../../../wire/printable.ts'
import { AdapterFailure } from '../client-under-test.ts'
import { excerpt, hideSecrets } from './hide-secrets.ts'
import { type Program, startGroup } from './process-group.ts'
import { createRecentOutput, type RecentOutput } from './recent-output.ts'

/** The maximum output of a program, in characters: in one line, and between replies. */
export const outputLimits = { line: 1_048_576, unasked: 10 * 1_048_576 } as const

const linesInMessages = 20
const longestLineInMessages = 300
/** How long to wait for the pipes: a process that the program started may keep them open. */
const closeWithinMs = 250
/** How long to read what was in the pipes, once those that kept them open have been ended. */
const readWithinMs = 5000

export type RunningProgram = {
  readonly stdin: NodeJS.WritableStream | null
  readonly stderr: RecentOutput
  /** How it ended, in words. Resolves when all of its output has been read. */
  readonly ended: Promise<string>
  readonly hasEnded: () => boolean
  /** Masks the secrets that it received in every message. */
  readonly hide: (secrets: readonly string[]) => void
  /** Resets the count of output between replies. */
  readonly forgive: () => void
  /** Kills it and every process that it started. */
  readonly kill: () => void
  /** Kills it; the message says what it did and ends with the last lines of its stderr. */
  readonly failure: (whatItDid: string) => Promise<AdapterFailure>
  /** An excerpt of its output for a message. */
  readonly quote: (text: string) => string
}

type Listeners = {
  readonly onOutput: (chunk: string) => void
  readonly onFlood: () => void
  /** Takes what the author of the adapter should know; it fails nothing. */
  readonly onWarning: (text: string) => void
  /** What messages call the program. Default: an adapter. */
  readonly called?: string | undefined
}

/**
 * Starts a program and reads all of its output.
 * @throws {AdapterFailure} if the program does not start
 */
export async function startProgram(
  program: Program,
  stdin: 'pipe' | 'ignore',
  { onOutput, onFlood, onWarning, called = 'adapter' }: Listeners,
): Promise<RunningProgram> {
  const { child, end: kill, endHolders, hint } = await startGroup(program, stdin)
  const name = printable(program.command.join(' '))
  const stderr = createRecentOutput(outputLimits.line)
  const secrets = new Set<string>()
  let unasked = 0
  let hasEnded = false
  let exitCode: number | null = null

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
  // A program that ends or closes its stdin shows up as one that does not answer.
  child.stdin?.on('error', () => {})

  const closed = new Promise((resolve) => child.once('close', resolve))
  const closedWithin = (ms: number) =>
    Promise.race([closed.then(() => true), delay(ms, false, { ref: false })])
  /** Whatever still holds the pipes, the run goes on. */
  const finishReading = async () => {
    const isSoon = await closedWithin(closeWithinMs)
    const holders = isSoon ? [] : endHolders()
    kill()
    if (isSoon) return
    const isRead = await closedWithin(readWithinMs)
    for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy()
    if (holders.length > 0 || !isRead) {
      onWarning(describeLeftBehind(`"${name}"`, holders))
    }
  }
  const ended = new Promise<string>((resolve) => {
    child.once('exit', async (code, signal) => {
      exitCode = code
      await finishReading()
      hasEnded = true
      resolve(signal ? `was killed by ${signal}` : `exited with code ${code}`)
    })
  })

  const failure = async (whatItDid: string): Promise<AdapterFailure> => {
    kill()
    await Promise.race([ended, delay(4 * closeWithinMs, undefined, { ref: false })])
    // More than is shown, so that the first line of a long private key is seen and the key masked.
    const text = hideSecrets(stderr.lastLines(10 * linesInMessages).join('\n'), secrets)
    const lines = text.split('\n').slice(-linesInMessages)
    const told = text === '' ? 'It wrote nothing to stderr.' : 'The last lines of its stderr:'
    const message = `The ${called} "${name}" ${whatItDid}. ${told}`
    const shown = lines.map((line) => `\n  ${excerpt(line, longestLineInMessages)}`)
    const tips = hint !== undefined && exitCode ? [`\n${hint}`] : []
    const output = text === '' ? [] : shown
    return new AdapterFailure([message, ...output, ...tips].join(''))
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
    quote: (text) => excerpt(hideSecrets(text, secrets), 200),
  }
}
