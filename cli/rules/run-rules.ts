import { evidenceAt, rules } from '../../mock-idp/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import { unwrappedPageFor } from '../terminal/page.ts'
import { ruleRecord } from './rule-record.ts'
import { rulesTable } from './rules-table.ts'

export type RulesOptions = { readonly json: boolean }

/** `agentid rules`: to a file or another program, every rule is one line. */
export function runRules({ json }: RulesOptions, { env, stdout, now }: Surroundings): number {
  const evidenceOf = evidenceAt(now())
  if (json) {
    stdout.write(
      `${JSON.stringify(
        rules.map((rule) => ruleRecord(rule, evidenceOf)),
        undefined,
        2,
      )}\n`,
    )
    return exitCodes.done
  }
  writeLines(stdout, rulesTable(rules, unwrappedPageFor(stdout, env), evidenceOf))
  return exitCodes.done
}
