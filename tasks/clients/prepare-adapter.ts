import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AdapterFolder } from './adapter-folders.ts'

/** How an adapter that is not written for Node is built: argument vectors, run in its folder. */
const build = z.strictObject({
  /** Programs that must be on the PATH. */
  needs: z.array(z.string()),
  /** The oldest Python that the package runs on, such as 3.11. */
  pythonVersion: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
  steps: z.array(z.array(z.string()).min(1)),
})

/** Installs or builds what the adapter needs. Answers why it cannot be judged on this machine, if so. */
export async function prepareAdapter({ path }: AdapterFolder): Promise<string | undefined> {
  if (existsSync(join(path, 'package-lock.json'))) {
    const [npm, ...args] = npmCommand()
    await run([npm, ...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], path)
  }
  const buildFile = join(path, 'build.json')
  if (!existsSync(buildFile)) return undefined
  const { needs, pythonVersion, steps } = build.parse(JSON.parse(await readFile(buildFile, 'utf8')))
  for (const program of needs) {
    if (!(await isInstalled(program))) return `${program} is not on the PATH`
  }
  if (pythonVersion !== undefined && !(await isPythonSince(pythonVersion))) {
    return `python3 is older than ${pythonVersion}`
  }
  for (const step of steps) await run(step, path)
  return undefined
}

/** The npm that runs this script, so that no shell is needed to find it. */
function npmCommand(): readonly [string, ...string[]] {
  const { npm_execpath: file } = process.env
  return file ? [process.execPath, file] : ['npm']
}

async function isPythonSince(version: string): Promise<boolean> {
  const [major, minor] = version.split('.')
  const check = `import sys; sys.exit(sys.version_info < (${major}, ${minor}))`
  return succeeds(['python3', '-c', check])
}

async function isInstalled(program: string): Promise<boolean> {
  // Go has a subcommand where others have a flag.
  const flag = program === 'go' ? 'version' : '--version'
  return succeeds([program, flag])
}

async function succeeds(command: readonly string[]): Promise<boolean> {
  try {
    await run(command, process.cwd())
    return true
  } catch {
    return false
  }
}

async function run([program = '', ...args]: readonly string[], cwd: string): Promise<void> {
  let output = ''
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (status === 0) return
  throw new Error(`${[program, ...args].join(' ')} in ${cwd} ended with ${status}:\n${output}`)
}
