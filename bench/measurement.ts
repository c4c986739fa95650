import type { BenchOptions } from './options.ts'
import type { Report } from './report.ts'

export type Surroundings = BenchOptions & {
  /** A folder for files of this run. */
  readonly folder: string
  /** Where certificates and signing keys were made before the first measurement: every start is a warm one. */
  readonly keysFolder: string
  readonly progress: (line: string) => void
}

/** One requirement, measured. */
export type Measurement = (surroundings: Surroundings) => Promise<Report>
