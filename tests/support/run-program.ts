import { spawn } from 'node:child_process'

/** What a program printed, and how it ended. */
export type ProgramResult = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const timeoutMs = 900_000

/** Runs a program to its end, without a shell. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string | undefined>>
    readonly cwd?: string
  } = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...options.env }
    // No standard input: bash takes a socket there for a remote login, and reads its start-up files.
    const child = spawn(program, args, {
      env,
      cwd: options.cwd,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }))
  })
}
