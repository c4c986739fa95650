import { type ChildProcess, spawnSync } from 'node:child_process'

type Group = Pick<ChildProcess, 'pid'>

export const isWindows = process.platform === 'win32'

/** Signals a program and all that it started. Does nothing where nothing is left. */
export function signalGroup({ pid }: Group, signal: NodeJS.Signals): void {
  // Windows knows no signals, and its Ctrl-C has reached the program as it reached this process.
  if (pid === undefined || isWindows) return
  try {
    process.kill(-pid, signal)
  } catch {
    // No process of the group is left.
  }
}

/** Ends a program and all that it started, at once. */
export function endGroup(group: Group): void {
  if (!isWindows) signalGroup(group, 'SIGKILL')
  else if (group.pid !== undefined) {
    spawnSync('taskkill', ['/pid', String(group.pid), '/T', '/F'], { windowsHide: true })
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** As long as container runtimes wait. */
const graceMs = 10_000

/**
 * Hands the signals of this process on to a program, which has a group of its own and would not get a Ctrl-C.
 * The second one ends it, and so does time. Returns how to stop.
 */
export function handSignalsOn(group: Group, tell: (text: string) => void): () => void {
  let grace: NodeJS.Timeout | undefined
  const end = () => endGroup(group)
  const handOn = (signal: NodeJS.Signals) => {
    if (grace !== undefined) return end()
    tell(`passing ${signal} on to the program; repeat it to end the program at once`)
    grace = setTimeout(end, graceMs)
    signalGroup(group, signal)
  }
  for (const signal of signals) process.on(signal, handOn)
  process.on('exit', end)
  return () => {
    clearTimeout(grace)
    for (const signal of signals) process.off(signal, handOn)
    process.off('exit', end)
  }
}
