import { z } from 'zod'
import { guidOfText } from './derived-guid.ts'
import { type CompleteTenantDescription, tenantSchema } from './description.ts'
import { DirectoryProblem } from './directory-problem.ts'
import { findMistakes, findRepeated } from './find-mistakes.ts'
import { nameObjects } from './name-objects.ts'
import { isObject } from './refer-by-name.ts'

/** Once every object has its id. */
const namedDirectory = z.strictObject({
  $schema: z.string().optional(),
  tenants: z.array(tenantSchema).min(1),
})

/** @throws {DirectoryProblem} */
export function parseDirectory(json: unknown): readonly CompleteTenantDescription[] {
  const parsed = namedDirectory.safeParse(nameAll(json))
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
 * @param otherwise the id of a tenant that names none. Default: the same one always
 * @throws {DirectoryProblem}
 */
export function parseTenant(
  json: unknown,
  knownBlueprints: ReadonlySet<string>,
  otherwise = guidOfText('tenant'),
): CompleteTenantDescription {
  const parsed = tenantSchema.safeParse(nameObjects(json, otherwise))
  if (!parsed.success) throw new DirectoryProblem(describe(parsed.error))
  const own = parsed.data.blueprints.map(({ appId }) => appId)
  refuse(findMistakes(parsed.data, '', new Set([...knownBlueprints, ...own])))
  return parsed.data
}

/** A tenant without an id has the same one on every start. */
function nameAll(json: unknown): unknown {
  if (!isObject(json) || !Array.isArray(json.tenants)) return json
  const tenants = json.tenants.map((tenant: unknown, at) => {
    const name = isObject(tenant) ? (tenant.displayName ?? at) : at
    return nameObjects(tenant, guidOfText(`tenant ${name}`))
  })
  return { ...json, tenants }
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
