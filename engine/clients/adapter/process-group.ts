import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import {
  cleanEnvironment,
  createMark,
  describeKeptOut,
  isWindows,
  obeySignals,
  openProgram,
} from '../../../programs/index.ts'
import { AdapterFailure } from '../client-under-test.ts'

/** How to start a program: an argument vector, never a shell command line. */
export type Program = {
  readonly command: readonly string[]
  /** Default: the folder of this process. */
  readonly workdir?: string | undefined
  /** Added to what it inherits. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Variables that it inherits besides those that every program needs. */
  readonly passEnv?: readonly string[] | undefined
  /** The environment that it inherits from. Default: that of this process. */
  readonly inherited?: Readonly<Record<string, string | undefined>> | undefined
}

const howToPass = '--pass-env NAME, or passEnv in the manifest'

/**
 * Starts a program in a process group of its own, which ends with this process at the latest.
 * @throws {AdapterFailure} if the program does not start
 */
export async function startGroup(program: Program, stdin: 'pipe' | 'ignore') {
  const [name = '', ...args] = program.command
  const { inherited = process.env, passEnv: pass, env: own } = program
  const { variables, keptOut } = cleanEnvironment(inherited, { pass, own })
  const mark = createMark()
  const environment: Record<string, string> = { ...variables, ...own, ...mark.variables }
  const hint = describeKeptOut(keptOut, howToPass)
  const workdir = program.workdir ?? process.cwd()
  await mustBeFolder(workdir, name)
  const child = spawn(name, args, {
    cwd: workdir,
    env: environment,
    detached: !isWindows,
    windowsHide: true,
    stdio: [stdin, 'pipe', 'pipe'],
  })
  const group = openProgram(child, mark)
  const forget = obeySignals(group)
  try {
    await once(child, 'spawn')
  } catch (error) {
    forget()
    const where = `in the folder ${workdir} with PATH=${environment.PATH ?? environment.Path ?? ''}`
    const why = `The program "${name}" did not start ${where}: ${reason(error)}`
    throw new AdapterFailure(hint === undefined ? why : `${why}. ${hint}`)
  }
  const end = () => {
    forget()
    group.end()
  }
  return { child, end, endHolders: group.endHolders, hint }
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
