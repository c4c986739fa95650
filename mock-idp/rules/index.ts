import { assertionRules } from './assertion.ts'
import { certificateRules } from './certificate.ts'
import { clientIdentityRules } from './client.ts'
import { clientRules } from './client-rules/index.ts'
import { clientSecretRules } from './client-secret.ts'
import { federatedCredentialRules } from './federated-credential.ts'
import { fmiPathRules } from './fmi-path.ts'
import { graphRules } from './graph/index.ts'
import { graphPromises } from './graph/promises.ts'
import { managedIdentityRules } from './managed-identity.ts'
import { promises } from './promises.ts'
import { requestRules } from './request.ts'
import { resourceRules } from './resource.ts'
import type { RefusalRule, Rule } from './rule.ts'
import { t1Rules } from './t1.ts'
import { tenantRules } from './tenant.ts'
import { toolRules } from './tool-rules.ts'

export { currentIdOf } from './client-rules/former-ids.ts'
export type { Observation } from './observation.ts'
export { observations } from './observations.ts'
export * from './observed.ts'
export * from './rule.ts'

const refusalRules: readonly RefusalRule[] = [
  ...requestRules,
  ...tenantRules,
  ...clientIdentityRules,
  ...clientSecretRules,
  ...assertionRules,
  ...certificateRules,
  ...federatedCredentialRules,
  ...t1Rules,
  ...resourceRules,
  ...fmiPathRules,
  ...managedIdentityRules,
  ...graphRules,
]

/** Every rule. Within an area, refusals are in the order of enforcement. */
export const rules: readonly Rule[] = [
  ...refusalRules,
  ...promises,
  ...graphPromises,
  ...clientRules,
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
