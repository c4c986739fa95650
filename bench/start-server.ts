import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server under measurement: a process of its own, whose first line of output says where it is. */
export type BenchServer<Ready> = {
  readonly pid: number
  readonly ready: Ready
  /** `performance.now()` when it was spawned. */
  readonly spawnedAt: number
  readonly stop: () => Promise<void>
}

/** @throws when the program ends before it is ready */
export async function startServer<Ready>(command: readonly string[]): Promise<BenchServer<Ready>> {
  const [program = '', ...args] = command
  const spawnedAt = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const firstLine = once(createInterface(child.stdout), 'line')
  const ended = exited.then(() => {
    throw new Error(`${command.join(' ')} ended before it was ready`)
  })
  const [line] = await Promise.race([firstLine, ended])
  ended.catch(() => undefined)
  if (child.pid === undefined) throw new Error(`${program} could not be started`)
  return {
    pid: child.pid,
    ready: JSON.parse(String(line)) as Ready,
    spawnedAt,
    stop: async () => {
      child.kill()
      await exited
    },
  }
}
