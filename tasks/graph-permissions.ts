/**
 * Writes the table of all permissions that Microsoft Graph publishes, from permissions/permissions-descriptions.json of
 * github.com/microsoftgraph/microsoft-graph-devx-content (MIT). Give it a copy of that file:
 * node --import tsx tasks/graph-permissions.ts permissions-descriptions.json
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../tests/support/run-tool.ts'

const permission = z.object({ id: z.guid(), value: z.string().min(1), isAdmin: z.boolean() })
const published = z.object({
  delegatedScopesList: z.array(permission),
  applicationScopesList: z.array(permission),
})

const place = 'mock-idp/graph/entities/service-principals/published-permissions.ts'

const [source] = process.argv.slice(2)
if (source === undefined) throw new TypeError('Give the path of permissions-descriptions.json.')
const { delegatedScopesList, applicationScopesList } = published.parse(
  JSON.parse(await readFile(source, 'utf8')),
)
const scopes = new Map(delegatedScopesList.map((one) => [one.value, one]))
const roles = new Map(applicationScopesList.map((one) => [one.value, one]))
const names = [...new Set([...scopes.keys(), ...roles.keys()])].sort()
const rows = names.map((name) => {
  const scope = scopes.get(name)
  return [name, scope?.id ?? '-', roles.get(name)?.id ?? '-', scope?.isAdmin ? 'admin' : 'user']
})
const lines = [
  '// biome-ignore-all lint/style/noExcessiveLinesPerFile: a generated table',
  '/**',
  ' * All permissions that Microsoft publishes, written by tasks/graph-permissions.ts: name, id as a scope, id as a role,',
  ' * and who consents to the scope. Those of Agent ID are on another page of Microsoft (graph-permissions.ts).',
  ' */',
  'export const publishedPermissions = `',
  ...rows.map((row) => row.join(' ')),
  '`',
  '',
]
await writeFile(join(root, place), lines.join('\n'))
process.stdout.write(`${place}: ${rows.length} permissions\n`)
