import { accessPromises } from './access-promises.ts'
import { apiRules } from './api-rules/index.ts'
import { clientRules } from './client-rules/index.ts'
import { delegatedPromises } from './delegated-promises.ts'
import { discoveryPromises } from './discovery-promises.ts'
import { graphRules, graphStages } from './graph/index.ts'
import { graphPromises } from './graph/promises.ts'
import {
  deviceRequestStages,
  discoveryStages,
  managedIdentityStages,
  signInStages,
  tokenRequestStages,
} from './order-of-enforcement.ts'
import { peoplePromises } from './people-promises.ts'
import { promises } from './promises.ts'
import type { RefusalRule, Rule } from './rule.ts'
import { signInPromises } from './sign-in-promises.ts'
import { rulesOf } from './stage.ts'
import { toolRules } from './tool-rules.ts'

export { currentIdOf } from './client-rules/former-ids.ts'
export { evidenceKinds, isStrong, observedForDays } from './evidence-kinds.ts'
export type { Observation } from './observation.ts'
export { observations } from './observations.ts'
export * from './observed.ts'
export * from './rule.ts'

const refusalRules = rulesOf([
  ...tokenRequestStages,
  ...signInStages,
  ...deviceRequestStages,
  ...discoveryStages,
  ...managedIdentityStages,
  ...graphStages,
])

/** Every rule. The refusals of each endpoint are in the order of enforcement. */
export const rules: readonly Rule[] = [
  ...refusalRules,
  ...promises,
  ...delegatedPromises,
  ...accessPromises,
  ...signInPromises,
  ...peoplePromises,
  ...discoveryPromises,
  ...graphPromises,
  ...clientRules,
  ...apiRules,
  ...toolRules,
]

const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

export function findRule(id: string): Rule | undefined {
  return ruleById.get(id)
}

export function isRefusalRule(rule: Rule): rule is RefusalRule {
  return rule.kind === 'refusal'
}

const graphRuleIds: ReadonlySet<string> = new Set(graphRules.map(({ id }) => id))

/** A rule of Microsoft Graph: its `error` is `error.code` of the answer, and it has no AADSTS number. */
export function isGraphRule({ id }: Rule): boolean {
  return graphRuleIds.has(id)
}
