import { evidenceKinds } from '../../mock-idp/rules/evidence-kinds.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { wrap } from '../terminal/wrap.ts'
import type { RulesOptions } from './run-rules.ts'

const details = () => `
Every rule has an id, a sentence, what a refusal looks like, and the kind of
its evidence. If the answer to a refused request is known in another way than
that it is refused, the list names both: "standard, answer inferred". A rule
without strong evidence is marked with *.

${kinds()}

Examples:
  agentid rules
  agentid rules | grep inferred    when piped, each rule is one line
  agentid rules --json | jq '.[] | select(.aadsts == 7000215)'`

/** A line for each kind, broken at 78 columns. */
function kinds(): string {
  return Object.entries(evidenceKinds)
    .flatMap(([kind, { meaning }]) => {
      const [first, ...more] = wrap(meaning, 78 - 22)
      return [`  ${kind.padEnd(20)}${first}`, ...more.map((line) => `${' '.repeat(22)}${line}`)]
    })
    .join('\n')
}

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
