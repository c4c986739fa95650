import { Option } from 'commander'
import { type ConformanceOptions, targets } from '../conformance-options.ts'
import { parseText } from './parse-port.ts'
import type { Registration } from './subcommand.ts'

const examples = `
Examples:
  agentid conformance                         judges the mock, in this process
  agentid conformance --target live           judges what the variables name
  agentid conformance --tags @rule:T1-AGENT   one rule only
  agentid conformance --report reports        writes the reports there

Exit code: 0 conforms, 1 does not, 2 could not be judged.`

export function registerConformance({ program, finish }: Registration): void {
  program
    .command('conformance')
    .description('judge an identity provider against the specification')
    .addOption(
      new Option('--target <target>', 'what is judged').choices(targets).default('in-process'),
    )
    .option('--tags <expression>', 'only scenarios with these tags', parseText)
    .option('--report <dir>', 'folder for the reports', parseText)
    .addHelpText('after', examples)
    .action(async (options: ConformanceOptions) => {
      const { runConformanceCommand } = await import('../conformance.ts')
      finish(await runConformanceCommand(options))
    })
}
