import type { Registration } from '../arguments/subcommand.ts'

const details = `
Examples:
  agentid explain T1-AGENT           a rule, in any letter case
  agentid explain AADSTS7000215      every rule with this number; 7000215 works
  agentid token --step t1 | agentid explain -
                                     the claims of a token and what is odd
  pbpaste | agentid explain -        a whole error message

A token that you pass as an argument stays in your shell history. Use - instead.

Exit code: 0 explained, 1 not known, 2 usage.`

export function registerExplain({ program, surroundings, finish }: Registration): void {
  program
    .command('explain')
    .description('explain a rule, an AADSTS number or a token')
    .argument('<what>', 'rule id, AADSTS number, token, or - for standard input')
    .addHelpText('after', details)
    .action(async (what: string) => {
      const { runExplain } = await import('./run-explain.ts')
      finish(await runExplain(what, surroundings))
    })
}
