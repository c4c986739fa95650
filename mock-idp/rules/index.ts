import * as assertion from './assertion.ts'
import * as certificate from './certificate.ts'
import * as client from './client.ts'
import { clientRules } from './client-rules.ts'
import * as clientSecret from './client-secret.ts'
import * as federatedCredential from './federated-credential.ts'
import * as fmiPath from './fmi-path.ts'
import * as managedIdentity from './managed-identity.ts'
import { promises } from './promises.ts'
import * as request from './request.ts'
import * as resource from './resource.ts'
import type { RefusalRule, Rule } from './rule.ts'
import * as t1 from './t1.ts'
import * as tenant from './tenant.ts'
import { toolRules } from './tool-rules.ts'

export * from './rule.ts'

const refusalRules: readonly RefusalRule[] = [
  tenant,
  request,
  client,
  clientSecret,
  assertion,
  certificate,
  federatedCredential,
  t1,
  resource,
  fmiPath,
  managedIdentity,
].flatMap((area) => Object.values(area))

/** Every rule, in the order in which the mock meets them. */
export const rules: readonly Rule[] = [...refusalRules, ...promises, ...clientRules, ...toolRules]

const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

export function findRule(id: string): Rule | undefined {
  return ruleById.get(id)
}

export function isRefusalRule(rule: Rule): rule is RefusalRule {
  return rule.kind === 'refusal'
}
