import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { agentidCommand } from './agentid-command.ts'

/** What a mock says of itself when it is ready. */
export type Ready = {
  readonly authorityHost: string
  readonly httpUrl?: string | undefined
  readonly caFile: string
}

/** A mock in a process of its own. */
export type ServedMock = Ready & {
  readonly stop: () => Promise<void>
}

/** Starts `agentid serve`. It ends when this process ends, however that happens. */
export async function serveMock(): Promise<ServedMock> {
  const args = ['serve', '--port', '0', '--http-port', '0', '--json', '--exit-with-parent']
  const child = spawn(process.execPath, [agentidCommand(), ...args], { windowsHide: true })
  const ready = await readyLineOf(child)
  // The mock must not keep the tests from ending.
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) unref(stream)
  return { ...ready, stop: () => stop(child) }
}

function readyLineOf(child: ChildProcessWithoutNullStreams): Promise<Ready> {
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000)
  })
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`the mock did not start: ${why}\n${said}`.trim()))
    child.once('error', ({ message }) => fail(message))
    child.once('close', (code) => fail(`'agentid serve' ended with exit code ${code}`))
    createInterface(child.stdout).once('line', (line) => {
      try {
        resolve(JSON.parse(line) as Ready)
      } catch {
        fail(`expected a line of JSON from 'agentid serve', got: ${line}`)
      }
    })
  })
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.stdin.end()
  await ended
}

/** Pipes of a child are sockets, although their type does not say so. */
function unref(stream: object): void {
  if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
}
