import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './run-tool.ts'

/** A mock in a process of its own, as a user starts it, with a data folder that goes with it. */
export type ServedMock = {
  readonly authorityHost: string
  readonly httpUrl: string
  readonly caFile: string
  /** The variables it prints. */
  readonly env: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

/** One that can be ended like a machine that fails, and whose data folder stays. */
export type KillableMock = ServedMock & { readonly kill: () => Promise<void> }

export async function serveMock(): Promise<ServedMock> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'agentid-'))
  const mock = await serveMockIn(dataFolder)
  return {
    ...mock,
    stop: async () => {
      await mock.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The command of a mock on free ports. */
export function serveCommand(dataFolder: string, extra: readonly string[] = []): string[] {
  const args = ['serve', '--port', '0', '--http-port', '0', '--json', '--ca-dir', dataFolder]
  return [join(root, 'dist/cli/agentid.js'), ...args, ...extra]
}

export async function serveMockIn(
  dataFolder: string,
  extra: readonly string[] = [],
  onError: (text: string) => void = (text) => process.stderr.write(text),
): Promise<KillableMock> {
  const child = spawn(process.execPath, serveCommand(dataFolder, extra), {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.setEncoding('utf8').on('data', onError)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  const ready = JSON.parse(await firstLine(child)) as Omit<KillableMock, 'stop' | 'kill'>
  return { ...ready, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const [line, rest] = text.split('\n', 2)
      if (line !== undefined && rest !== undefined) resolve(line)
    })
    child.once('error', reject)
    child.once('close', (status) => reject(new Error(`serve ended with status ${status}: ${text}`)))
  })
}
