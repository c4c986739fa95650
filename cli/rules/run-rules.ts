import { rules } from '../../mock-idp/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { isTerminal, writeLines } from '../terminal/output.ts'
import { pageFor } from '../terminal/page.ts'
import { ruleRecord } from './rule-record.ts'
import { rulesTable } from './rules-table.ts'

export type RulesOptions = { readonly json: boolean }

/** `agentid rules`: to a file or another program, every rule is one line. */
export function runRules({ json }: RulesOptions, { env, stdout }: Surroundings): number {
  if (json) {
    stdout.write(`${JSON.stringify(rules.map(ruleRecord), undefined, 2)}\n`)
    return exitCodes.done
  }
  const page = pageFor(stdout, env)
  const width = isTerminal(stdout) ? page.width : Number.POSITIVE_INFINITY
  writeLines(stdout, rulesTable(rules, { ...page, width }))
  return exitCodes.done
}
