import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const core = String(availableParallelism() - 1)

/** Whether programs can be held on one core; without `taskset` they run where the system puts them. */
export const isPinned = spawnSync('taskset', ['-c', core, 'true']).status === 0

/** The command, held on the core on which everything is measured. */
export function onTheCore(command: readonly string[]): readonly [string, ...string[]] {
  const [program = '', ...args] = command
  return isPinned ? ['taskset', '-c', core, program, ...args] : [program, ...args]
}
