/** How every subcommand ends. */
export const exitCodes = {
  done: 0,
  /** Refused, failed, or not found. */
  failed: 1,
  /** Usage or configuration: nothing was sent. */
  usage: 2,
  /** Ctrl-C, by the custom of shells: 128 and the number of the signal. */
  interrupted: 130,
} as const
