import { type ChildProcess, spawnSync } from 'node:child_process'
import {
  descendantsOf,
  holdersOf,
  outputsOf,
  type ProcessName,
  processesWith,
} from './linux-processes.ts'
import type { Mark } from './mark.ts'

export const isWindows = process.platform === 'win32'

/** A program in a process group of its own, and all that it started, in that group or not. */
export type StartedProgram = {
  readonly signal: (signal: NodeJS.Signals) => void
  /** Ends all of it. Does nothing where nothing is left. */
  readonly end: () => void
  /** Ends all that still holds its output open, as far as it can be found. Answers what had left the group. */
  readonly endHolders: () => readonly ProcessName[]
}

/** More rounds than a chain of processes that each start the next can win. */
const mostRounds = 50

/** @param child was started in a group of its own (`detached`, but on Windows), with the variables of the mark */
export function openProgram(child: ChildProcess, mark: Mark): StartedProgram {
  const outputs = child.pid === undefined ? [] : outputsOf(child.pid)
  let isGroupEnded = false

  const signal = (name: NodeJS.Signals) => {
    // Windows knows no signals, and its Ctrl-C has reached the program as it reached this process.
    if (child.pid === undefined || isWindows || isGroupEnded) return
    kill(-child.pid, name)
  }
  const end = () => {
    if (child.pid === undefined) return
    if (isWindows) endTree(child.pid, isGroupEnded)
    // Its children are those of another process once it has ended.
    const family = isRunning(child) ? descendantsOf(child.pid) : []
    signal('SIGKILL')
    for (const pid of family) kill(pid, 'SIGKILL')
    // Later the number may belong to another group.
    isGroupEnded = true
    endAll(() => processesWith(mark.id))
  }
  return {
    signal,
    end,
    endHolders: () => {
      const held = holdersOf(outputs).filter(({ group }) => group !== child.pid)
      endAll(() => holdersOf(outputs).map(({ pid }) => pid))
      return held
    },
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

/** A process may start another before it is ended, so look again until there is no new one. */
function endAll(find: () => readonly number[]): void {
  const ended = new Set<number>()
  for (let round = 0; round < mostRounds; round += 1) {
    const found = find().filter((pid) => !ended.has(pid))
    if (found.length === 0) return
    for (const pid of found) {
      ended.add(pid)
      kill(pid, 'SIGKILL')
    }
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended, or belongs to somebody else.
  }
}

function endTree(pid: number, isEnded: boolean): void {
  if (!isEnded) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true })
}
