import { accessAdvice } from './advice/access-advice.ts'
import type { Advice } from './advice/advice.ts'
import { assertionAdvice } from './advice/assertion-advice.ts'
import { clientAdvice } from './advice/client-advice.ts'
import { clientKeepingAdvice } from './advice/client-keeping-advice.ts'
import { clientPeopleAdvice } from './advice/client-people-advice.ts'
import { clientRuleAdvice } from './advice/client-rule-advice.ts'
import { delegatedAdvice } from './advice/delegated-advice.ts'
import { deviceAdvice } from './advice/device-advice.ts'
import { directoryAdvice } from './advice/directory-advice.ts'
import { graphAdvice } from './advice/graph-advice.ts'
import { requestAdvice } from './advice/request-advice.ts'
import { signInAdvice } from './advice/sign-in-advice.ts'

export type { Advice } from './advice/advice.ts'

const adviceByRule: ReadonlyMap<string, Advice> = new Map(
  [
    requestAdvice,
    accessAdvice,
    clientAdvice,
    assertionAdvice,
    delegatedAdvice,
    graphAdvice,
    directoryAdvice,
    signInAdvice,
    deviceAdvice,
    clientKeepingAdvice,
    clientRuleAdvice,
    clientPeopleAdvice,
  ].flatMap(Object.entries),
)

/** What usually breaks a rule and what to do. Promises and the tool's own rules have none. */
export function adviceFor(ruleId: string): Advice | undefined {
  return adviceByRule.get(ruleId)
}

/** For the test that every rule has advice, and every advice a rule. */
export const advisedRules: readonly string[] = [...adviceByRule.keys()]
