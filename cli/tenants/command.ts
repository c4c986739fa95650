import type { Registration } from '../arguments/subcommand.ts'
import {
  addRunningMockOptions,
  type RunningMockOptions,
  runningMockHelp,
} from '../running-mock/options.ts'

const details = `${runningMockHelp}

Examples:
  agentid tenants
  agentid tenants --json | jq -r '.[].tenantId'

Exit code: 0 listed, 2 usage, or no mock answers.`

export function registerTenants({ program, surroundings, finish }: Registration): void {
  const command = program.command('tenants').description('list the tenants of a running mock')
  addRunningMockOptions(command)
    .option('--json', 'print the list as JSON', false)
    .addHelpText('after', details)
    .action(async (options: RunningMockOptions & { readonly json: boolean }) => {
      const { runTenants } = await import('./run-tenants.ts')
      finish(await runTenants(options, surroundings))
    })
}
