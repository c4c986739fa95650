import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { createMark, endOnExit, openProgram } from '../../programs/index.ts'
import { UsageError } from '../usage-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

export type IsolateOptions = {
  readonly env: Environment
  /** As `process.platform`. */
  readonly platform: string
  /** The program and arguments that started this process. */
  readonly self: readonly string[]
}

/** Set in the namespace, so that a second attempt is an error and no loop. */
const isInside = 'AGENTID_ISOLATED'
/** A user and a network namespace of their own (unshare(1)), in which this user may turn loopback on. */
const namespace = ['--user', '--map-root-user', '--net', '--'] as const
const loopbackOn = ['ip', 'link', 'set', 'lo', 'up'] as const

/**
 * Runs this command again in a network namespace with nothing but loopback, its mock and its program too.
 * @returns its exit code; undefined: this process is in such a namespace
 * @throws {UsageError} if this machine has no such namespace for this user; the message says what is missing
 */
export async function isolate({
  env,
  platform,
  self,
}: IsolateOptions): Promise<number | undefined> {
  if (platform !== 'linux') {
    throw new UsageError('--isolate needs Linux: it uses a network namespace. Remove --isolate.')
  }
  if (hasOnlyLoopback(readFileSync('/proc/net/dev', 'utf8'))) return undefined
  if (env[isInside] !== undefined) {
    throw new UsageError('--isolate made a namespace that still has a network. Remove --isolate.')
  }
  const inside = { ...env, PATH: withSystemFolders(env.PATH), [isInside]: '1' }
  mustWork(inside)
  const script = `${loopbackOn.join(' ')} && exec "$@"`
  const args = [...namespace, 'sh', '-c', script, 'sh', ...self]
  // A session of its own: the terminal's Ctrl-C would reach it twice.
  const mark = createMark(env)
  const child = spawn('unshare', args, {
    env: { ...inside, ...mark.variables },
    stdio: 'inherit',
    detached: true,
  })
  const forget = endOnExit(openProgram(child, mark))
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const handOn = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of signals) process.on(signal, handOn)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 2
  } finally {
    for (const signal of signals) process.off(signal, handOn)
    forget()
  }
}

/** Whether a machine has no interface but loopback. The lines after two of titles begin with a name and a colon. */
export function hasOnlyLoopback(devices: string): boolean {
  const names = devices
    .split('\n')
    .slice(2)
    .flatMap((line) => (line.includes(':') ? [line.slice(0, line.indexOf(':')).trim()] : []))
  return names.includes('lo') && names.every((name) => name === 'lo')
}

/** A user's PATH may lack the folder of ip. */
function withSystemFolders(path = ''): string {
  return [path, '/usr/sbin', '/sbin'].filter((part) => part !== '').join(delimiter)
}

function mustWork(env: Environment): void {
  for (const [program, from] of [
    ['unshare', 'util-linux'],
    ['ip', 'iproute2'],
  ] as const) {
    const { error } = spawnSync(program, ['-V'], { env, stdio: 'ignore' })
    if (error) throw missing(`the program ${program} is missing. Install ${from}`)
  }
  const { status, stderr } = spawnSync('unshare', [...namespace, ...loopbackOn], {
    env,
    encoding: 'utf8',
  })
  if (status === 0) return
  throw missing(
    `this user may not make user and network namespaces here (${stderr.trim()}). Allow unprivileged user namespaces (kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns, or the seccomp profile of the container)`,
  )
}

function missing(what: string): UsageError {
  return new UsageError(
    `--isolate does not work: ${what}, or remove --isolate and run this where there is no network.`,
  )
}
