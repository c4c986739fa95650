import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { createMark, describeLeftBehind, isWindows, openProgram } from '../../programs/index.ts'
import { UsageError } from '../usage-error.ts'
import { keepText, type Written } from './keep-text.ts'
import { handSignalsOn } from './program-group.ts'

/** How a program ended, and what it wrote. */
export type ProgramEnd = {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: Written
  readonly stderr: Written
}

export type RunOptions = {
  readonly env: Readonly<Record<string, string>>
  /** Where its stdout goes; its stderr goes to that of this process. */
  readonly stdout: NodeJS.WriteStream
  /** Reports what happens to signals, and what the program left behind. */
  readonly tell: (text: string) => void
}

/** What is still in the pipes of a program that has ended, or of one that it left behind. */
const closeWithinMs = 250

/**
 * Runs a program to its end with its output passed through byte by byte, and ends what it leaves behind.
 * Its stdin is that of this process.
 * @param command an argument vector, never a command line of a shell
 * @throws {UsageError} if it cannot be started
 */
export async function runProgram(
  command: readonly string[],
  { env, stdout, tell }: RunOptions,
): Promise<ProgramEnd> {
  const mark = createMark()
  const child = await start(command, { ...env, ...mark.variables })
  const program = openProgram(child, mark)
  const kept = { stdout: keepText(child.stdout), stderr: keepText(child.stderr) }
  const exited = once(child, 'exit')
  const closed = once(child, 'close')
  const stop = handSignalsOn(program, tell)
  child.stdout.pipe(stdout, { end: false })
  child.stderr.pipe(process.stderr, { end: false })
  const [exitCode, signal] = (await exited) as [number | null, NodeJS.Signals | null]
  const isSoon = await written(closed, stdout)
  const holders = isSoon ? [] : program.endHolders()
  program.end()
  const isRead = await written(closed, stdout)
  stop()
  if (holders.length > 0 || !isRead) tell(describeLeftBehind('the program', holders))
  // What left the group may hold the pipes open for ever.
  child.stdout.destroy()
  child.stderr.destroy()
  return { exitCode, signal, stdout: kept.stdout(), stderr: kept.stderr() }
}

async function start([name = '', ...args]: readonly string[], env: RunOptions['env']) {
  try {
    const child = spawn(name, args, {
      env,
      detached: !isWindows,
      stdio: ['inherit', 'pipe', 'pipe'],
    })
    await once(child, 'spawn')
    return child
  } catch (error) {
    throw new UsageError(`the program "${name}" could not be started: ${reasonOf(error)}`)
  }
}

/** Whether all of the output was read. A reader may be slow, and then the pipes stay full. */
async function written(closed: Promise<unknown>, stdout: NodeJS.WriteStream): Promise<boolean> {
  const isClosed = closed.then(() => true)
  const isLate = () => delay(closeWithinMs, false, { ref: false })
  while (!(await Promise.race([isClosed, isLate()]))) {
    if (![stdout, process.stderr].some((stream) => stream.writableNeedDrain)) return false
  }
  return true
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') {
    return 'no such program was found (ENOENT). agentid searches PATH and does not use a shell. Check the name, or pass its path.'
  }
  if (code === 'EACCES')
    return 'it is not executable (EACCES). Put its interpreter first, such as node.'
  if (code === 'EINVAL' && isWindows) {
    return 'Windows cannot start a script without its interpreter (EINVAL). Put the interpreter first, such as node.'
  }
  return message
}
