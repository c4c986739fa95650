import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createMark, isWindows, obeySignals, openProgram } from '../../programs/index.ts'
import { packageRoot } from '../package-root.ts'
import { mockOverHttps } from './mock-over-https.ts'
import { type Target, TargetUnreachable } from './target.ts'

const readyWithinMs = 30_000

type Ready = {
  readonly event: 'ready'
  readonly authorityHost: string
  readonly caFile: string
  readonly httpUrl: string
  readonly controlToken?: string
}

/** Starts `agentid serve` for this run and opens it over https. */
export async function serverTarget(chaosSeed?: number): Promise<Target> {
  const command = join(packageRoot, 'dist', 'cli', 'agentid.js')
  if (!existsSync(command)) {
    throw new TargetUnreachable(`${command} does not exist; run 'npm run build' first`)
  }
  const mark = createMark()
  const server = spawn(
    process.execPath,
    [command, 'serve', '--port', '0', '--http-port', '0', '--json'],
    {
      env: { ...process.env, ...mark.variables },
      detached: !isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const program = openProgram(server, mark)
  const forget = obeySignals(program)
  const stop = async () => {
    await askToStop(server)
    forget()
    program.end()
    // Whatever holds them open, the run goes on.
    server.stdout?.destroy()
    server.stderr?.destroy()
  }
  const { authorityHost, httpUrl, caFile, controlToken } = await untilReady(server, stop)
  const mock = { authorityHost, httpUrl, caFile, controlToken, chaosSeed }
  return mockOverHttps({ ...mock, kind: 'server', stop })
}

async function untilReady(server: ChildProcess, stop: () => Promise<void>): Promise<Ready> {
  const said: string[] = []
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const { stdout } = server
  if (!stdout) throw new TypeError('the server has no standard output')
  const lines = createInterface({ input: stdout })
  const late = AbortSignal.timeout(readyWithinMs)
  const first = once(lines, 'line', { signal: late }).then(([line]) => String(line))
  const ended = once(server, 'exit').then(() => undefined)
  const line = await Promise.race([first, ended]).catch(() => undefined)
  if (line !== undefined) return JSON.parse(line) as Ready
  await stop()
  throw new TargetUnreachable(`agentid serve did not start: ${said.join('').trim() || 'no output'}`)
}

async function askToStop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const deadline = setTimeout(() => server.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(deadline)
}
