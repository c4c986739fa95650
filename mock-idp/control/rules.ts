import { Hono } from 'hono'
import { rules } from '../rules/index.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { jsonBody } from './read-json.ts'
import { relaxation, relaxationMistakes } from './rules-schema.ts'

/** `/_mock/rules`: the catalogue, and what a tenant enforces of it. */
export function ruleRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get('/', operation({ summary: 'List the catalogue of rules.' }), (context) =>
    context.json({ rules: rules.map(publicRule) }),
  )

  routes.put(
    '/',
    operation({ summary: 'Set which rules without strong evidence a tenant does not enforce.' }),
    tenantInQuery(parts),
    jsonBody(relaxation),
    (context) => {
      const { relaxedRules } = context.req.valid('json')
      refuseUnknownRules(relaxedRules)
      parts.tenants.relax(context.var.tenantId, relaxedRules)
      return context.json({ relaxedRules })
    },
  )
  return routes
}

function publicRule(rule: (typeof rules)[number]) {
  const { message: _, broken: __, ...shown } = { message: undefined, broken: undefined, ...rule }
  return shown
}

function refuseUnknownRules(ids: readonly string[]): void {
  const problems = relaxationMistakes(ids)
  if (problems.length > 0) throw new ControlProblem(400, 'you cannot relax these rules', problems)
}
