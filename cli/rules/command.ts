import type { Registration } from '../arguments/subcommand.ts'
import type { RulesOptions } from './run-rules.ts'

const details = `
Every rule has an id, a sentence, what a refusal looks like, and evidence:
documented, observed (a live tenant kept it at most 90 days ago), captured (a
public capture of a real tenant), library (source of a Microsoft client),
third-party, or inferred, which is marked: nobody has shown it of Entra.

Examples:
  agentid rules
  agentid rules | grep inferred    not on a terminal, a rule is one line
  agentid rules --json | jq '.[] | select(.aadsts == 7000215)'`

export function registerRules({ program, surroundings, finish }: Registration): void {
  program
    .command('rules')
    .description('list every rule of the catalogue')
    .option('--json', 'print the catalogue as JSON', false)
    .addHelpText('after', details)
    .action(async (options: RulesOptions) => {
      const { runRules } = await import('./run-rules.ts')
      finish(runRules(options, surroundings))
    })
}
