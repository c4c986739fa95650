import type { Registration } from '../arguments/subcommand.ts'
import type { RulesOptions } from './run-rules.ts'

const details = `
Every rule has an id, a sentence, what a refusal looks like, and the kind of
its evidence:
  documented    Microsoft documents it
  observed      a live tenant confirmed it within the last 90 days
  captured      a public capture of a real tenant shows it
  library       the source of a Microsoft client shows it
  third-party   another source reports it
  inferred      no evidence from Entra; the list marks it with *

Examples:
  agentid rules
  agentid rules | grep inferred    when piped, each rule is one line
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
