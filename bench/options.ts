import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How much is measured, and which build. */
export type BenchOptions = {
  readonly quick: boolean
  /** The folder of the build under measurement. */
  readonly dist: string
  /** Which measurements; all where none is named. */
  readonly only: readonly string[]
}

export const usage = `npm run bench -- [--quick] [--only NAME,NAME] [--dist FOLDER]
  --quick  under a minute: fewer rounds, fewer tokens
  --only   some of: token-rate, delegated-rate, journal-cost, start-up, memory, large-directory,
           client-suite, graph-life, graph-list, provision, state-writes, linear-scans,
           tenant-memory
  --dist   another build, to compare two of them; default: dist`

export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      dist: { type: 'string', default: 'dist' },
    },
  })
  const only = values.only.split(',').filter((name) => name !== '')
  return { quick: values.quick, dist: resolve(values.dist), only }
}
