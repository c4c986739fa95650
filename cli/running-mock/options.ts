import type { Command } from 'commander'
import { parseText } from '../arguments/parse-port.ts'

/** How a command finds a mock that runs. */
export type RunningMockOptions = {
  readonly url?: string | undefined
  readonly controlToken?: string | undefined
}

export const runningMockHelp = `
Without --url: the mock that AGENTID_AUTHORITY_HOST names, or https://localhost:8443.
AGENTID_CA_FILE names its certificate authority. Default: the one that this user's
mocks have.`

/** Adds the options by which a command finds a mock that runs. */
export function addRunningMockOptions(command: Command): Command {
  return command
    .option('--url <url>', 'the mock that runs', parseText)
    .option(
      '--control-token <token>',
      'the bearer token of its control API, or a file that holds it',
      parseText,
    )
}
