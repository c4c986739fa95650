import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type ProgramResult, runProgram } from '../../../tests/support/run-program.ts'
import { root } from '../../../tests/support/run-tool.ts'

/** One for all tests of a file: to make an authority and its keys takes longer than to observe a program. */
let caDir = ''
before(async () => {
  caDir = await mkdtemp(join(tmpdir(), 'agentid-observe-'))
})
after(() => rm(caDir, { recursive: true, force: true }))

const agentid = join(root, 'dist/cli/agentid.js')

type Options = {
  /** Options of the command, before `--`. */
  readonly options?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** `agentid observe … -- program args`, in a process as a user starts it. */
export function observe(
  command: readonly string[],
  { options = [], env = {} }: Options = {},
): Promise<ProgramResult> {
  return runProgram(process.execPath, observing(command, options), { env, cwd: root })
}

function observing(command: readonly string[], options: readonly string[]): readonly string[] {
  return [agentid, 'observe', '--ca-dir', caDir, ...options, '--', ...command]
}

/** The same, under way, with pipes. */
export function startObserving(command: readonly string[]) {
  return spawn(process.execPath, observing(command, []), { cwd: root, stdio: 'pipe' })
}

export const programFile = (name: string) =>
  fileURLToPath(new URL(`programs/${name}`, import.meta.url))

/** A program of Node in a few words. */
export const script = (text: string): readonly string[] => [
  process.execPath,
  '--input-type=module',
  '--eval',
  text,
]

/** A reason to leave a test out, or false. */
export const missing = (program: string): string | false =>
  spawnSync(program, ['--version']).error ? `${program} is not on this machine` : false

/** Where a folder of the project is not installed. */
export const notInstalled = (path: string, how: string): string | false =>
  existsSync(join(root, path)) ? false : `${path} is missing; ${how}`
