import type { Command } from 'commander'
import type { Surroundings } from '../surroundings.ts'

/** What a subcommand is given when it is registered. */
export type Registration = {
  readonly program: Command
  readonly surroundings: Surroundings
  /** Takes the exit code; anything but a number counts as done. */
  readonly finish: (exitCode: unknown) => void
}
