import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../tasks/run-tool.ts'

/** A mock in a process of its own, as a user starts it, with a data folder that goes with it. */
export type ServedMock = {
  readonly authorityHost: string
  readonly httpUrl: string
  readonly caFile: string
  /** The variables it prints. */
  readonly env: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

export async function serveMock(): Promise<ServedMock> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'agentid-'))
  const args = ['serve', '--port', '0', '--http-port', '0', '--json', '--ca-dir', dataFolder]
  const command = [join(root, 'dist/cli/agentid.js'), ...args]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = await firstLine(child)
  return {
    ...(JSON.parse(ready) as Omit<ServedMock, 'stop'>),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill()
      await ended
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
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
