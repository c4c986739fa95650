import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { AdapterFailure } from '../client-under-test.ts'

/** How to start a program: an argument vector, never a shell command line. */
export type Program = {
  readonly command: readonly string[]
  /** Default: the folder of this process. */
  readonly workdir?: string | undefined
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>> | undefined
}

const isWindows = process.platform === 'win32'
const living = new Set<number>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Starts a program in a process group of its own, which ends with this process at the latest.
 * @throws {AdapterFailure} if the program does not start
 */
export async function startGroup(program: Program, stdin: 'pipe' | 'ignore') {
  const [name = '', ...args] = program.command
  const environment = { ...process.env, ...program.env }
  const workdir = program.workdir ?? process.cwd()
  await mustBeFolder(workdir, name)
  const child = spawn(name, args, {
    cwd: workdir,
    env: environment,
    detached: !isWindows,
    windowsHide: true,
    stdio: [stdin, 'pipe', 'pipe'],
  })
  try {
    await once(child, 'spawn')
  } catch (error) {
    const where = `in the folder ${workdir} with PATH=${environment.PATH ?? environment.Path ?? ''}`
    throw new AdapterFailure(`The program "${name}" did not start ${where}: ${reason(error)}`)
  }
  remember(child)
  return child
}

async function mustBeFolder(workdir: string, name: string): Promise<void> {
  const found = await stat(workdir).catch(() => undefined)
  if (found?.isDirectory()) return
  throw new AdapterFailure(
    `The program "${name}" did not start in ${workdir}: the folder does not exist`,
  )
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'program not found (ENOENT)'
  if (code === 'EACCES') return 'the file is not executable (EACCES)'
  if (code === 'EINVAL' && isWindows) {
    return 'Windows cannot start a script without its interpreter (EINVAL); name the .exe, such as node'
  }
  return message
}

/** Kills a program and every process that it started. Does nothing if none is left. */
export function endGroup({ pid }: Pick<ChildProcess, 'pid'>): void {
  if (pid === undefined || !living.delete(pid)) return
  endPid(pid)
  if (living.size === 0) stopWatching()
}

function endPid(pid: number): void {
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // No process of the group is left.
  }
}

function remember({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (living.size === 0) watch()
  living.add(pid)
}

// The terminal's Ctrl-C does not reach another process group, which would outlive this process.
function watch(): void {
  process.on('exit', endAll)
  for (const signal of signals) process.on(signal, endAllAndObey)
}

function stopWatching(): void {
  process.off('exit', endAll)
  for (const signal of signals) process.off(signal, endAllAndObey)
}

function endAll(): void {
  for (const pid of living) endGroup({ pid })
}

function endAllAndObey(signal: NodeJS.Signals): void {
  endAll()
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}
