import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a process printed, and how it ended. */
export type Finished = { readonly status: number; readonly output: string }

/** Runs Node on a script, without a shell, so that it works alike on every platform. */
export function runNode(
  args: readonly string[],
  { env = {} }: { readonly env?: Readonly<Record<string, string>> | undefined } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', reject).on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

/** The same with its output shown as it comes. */
export function runNodeAloud(args: readonly string[], cwd = root): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' })
    child.on('error', reject).on('close', (status) => resolve(status ?? 1))
  })
}

/** The script behind a command of an installed package. */
export function toolPath(packageName: string, bin: string): string {
  return join(packageFolder(packageName), bin)
}

function packageFolder(packageName: string): string {
  for (const folder of require.resolve.paths(packageName) ?? []) {
    try {
      return dirname(require.resolve(join(folder, packageName, 'package.json')))
    } catch {
      // Not in this folder: look in the next one, as Node does.
    }
  }
  throw new Error(`the package ${packageName} is not installed; run 'npm ci'`)
}
