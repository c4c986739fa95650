import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const cores = availableParallelism()
const core = String(cores - 1)

/** Whether programs can be held on one core; without `taskset` they run where the system puts them. */
export const isPinned = spawnSync('taskset', ['-c', core, 'true']).status === 0

/** The command, held on the core on which everything is measured. */
export function onTheCore(command: readonly string[]): readonly [string, ...string[]] {
  const [program = '', ...args] = command
  return isPinned ? ['taskset', '-c', core, program, ...args] : [program, ...args]
}

/** The command, held on two cores where there are more. */
export function onTwoCores(command: readonly string[]): readonly [string, ...string[]] {
  const [program = '', ...args] = command
  if (!isPinned || cores <= 2) return [program, ...args]
  return ['taskset', '-c', `${cores - 2}-${cores - 1}`, program, ...args]
}
