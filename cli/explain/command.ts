import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'

import type { ExplainOptions } from './run-explain.ts'

const details = `
Examples:
  agentid explain T1-AGENT           a rule, in any letter case
  agentid explain AADSTS7000215      every rule with this number; 7000215 works
  agentid token --step t1 | agentid explain -
                                     the claims of a token and what is odd
  agentid explain - --audience APP_ID < token.jwt
                                     what this API must do with the token
  pbpaste | agentid explain -        a whole error message

A token that you pass as an argument stays in your shell history. Use - instead.

Exit code: 0 explained, 1 not known or to be refused, 2 usage.`

export function registerExplain({ program, surroundings, finish }: Registration): void {
  program
    .command('explain')
    .description('explain a rule, an AADSTS number or a token')
    .argument('<what>', 'rule id, AADSTS number, token, or - for standard input')
    .option(
      '--audience <id>',
      'application id of an API: what it must do with the token',
      parseText,
    )
    .addHelpText('after', details)
    .action(async (what: string, options: ExplainOptions) => {
      const { runExplain } = await import('./run-explain.ts')
      finish(await runExplain(what, surroundings, options))
    })
}
