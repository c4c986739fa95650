import type { z } from 'zod'
import { type CompleteTenantDescription, directorySchema, tenantSchema } from './description.ts'
import { DirectoryProblem } from './directory-problem.ts'
import { findMistakes, findRepeated } from './find-mistakes.ts'

/** @throws {DirectoryProblem} */
export function parseDirectory(json: unknown): readonly CompleteTenantDescription[] {
  const parsed = directorySchema.safeParse(json)
  if (!parsed.success) throw new DirectoryProblem(describe(parsed.error))
  const { tenants } = parsed.data
  const blueprints = new Set(tenants.flatMap((tenant) => tenant.blueprints.map((one) => one.appId)))
  const ids = tenants.map(({ tenantId }, at) => [`tenants[${at}].tenantId`, tenantId] as const)
  refuse([
    ...findRepeated(ids),
    ...tenants.flatMap((tenant, at) => findMistakes(tenant, `tenants[${at}].`, blueprints)),
  ])
  return tenants
}

/**
 * @param knownBlueprints application ids of blueprints in other tenants, for the guests of this one
 * @throws {DirectoryProblem}
 */
export function parseTenant(
  json: unknown,
  knownBlueprints: ReadonlySet<string>,
): CompleteTenantDescription {
  const parsed = tenantSchema.safeParse(json)
  if (!parsed.success) throw new DirectoryProblem(describe(parsed.error))
  const own = parsed.data.blueprints.map(({ appId }) => appId)
  refuse(findMistakes(parsed.data, '', new Set([...knownBlueprints, ...own])))
  return parsed.data
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new DirectoryProblem(problems)
}

function describe(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${spell(path)}: ${message}`)
}

function spell(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return text.join('').replace(/^\./, '') || '(the whole document)'
}
