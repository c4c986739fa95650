import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { apiPolicySchema } from '../engine/apis/api-policy.ts'
import { apiManifestJsonSchema } from '../engine/apis/json-schema.ts'
import { apiManifestSchema } from '../engine/apis/read-api-manifest.ts'
import {
  adapterProtocolJsonSchema,
  manifestJsonSchema,
} from '../engine/clients/adapter/json-schemas.ts'
import { manifestSchema } from '../engine/clients/adapter/read-manifest.ts'
import { capabilities } from '../engine/clients/capabilities.ts'
import { directorySchema } from '../mock-idp/directory/named-description.ts'
import { featuresReadme } from '../proofs/features-readme.ts'
import { reportJsonSchema } from '../reports/report-schema.ts'
import { root } from '../tests/support/run-tool.ts'
import { between } from './between.ts'
import { commandsPage } from './commands-page.ts'
import { membersTable } from './members-table.ts'
import { orderOfEnforcement } from './order-of-enforcement.ts'
import { apiRulesTable, evidenceTable, graphRulesTable, rulesTable } from './rules-table.ts'

/** A file of which a part, or the whole, is written from the code. */
type GeneratedFile = { readonly path: string; readonly content: (present: string) => string }

const files: readonly GeneratedFile[] = [
  { path: 'schemas/directory.schema.json', content: () => directoryJsonSchema() },
  { path: 'schemas/agentid-adapter.schema.json', content: adapterProtocolJsonSchema },
  { path: 'schemas/agentid-adapter-manifest.schema.json', content: manifestJsonSchema },
  { path: 'schemas/agentid-api.schema.json', content: apiManifestJsonSchema },
  { path: 'schemas/checks.schema.json', content: reportJsonSchema },
  { path: 'features/README.md', content: () => featuresReadme() },
  {
    path: 'docs/rules.md',
    content: (present) => between('apis', tokenRules(present), apiRulesTable()),
  },
  { path: 'docs/commands.md', content: commandsPage },
  {
    path: 'mock-idp/README.md',
    content: (present) => between('order', present, orderOfEnforcement()),
  },
  {
    path: 'mock-idp/graph/README.md',
    content: (present) => between('rules', present, graphRulesTable()),
  },
  { path: 'adapters/README.md', content: adaptersReadme },
  { path: 'docs/judge-an-api.md', content: apiManifestPage },
]

/** Each generated file as it is and as it must be. */
export async function generatedFiles() {
  return Promise.all(
    files.map(async ({ path, content }) => {
      const present = await readFile(join(root, path), 'utf8').catch(() => '')
      return { path, present, wanted: content(present) }
    }),
  )
}

function adaptersReadme(present: string): string {
  const manifest = membersTable(manifestSchema, ['$schema'])
  return between('manifest', between('capabilities', present, membersTable(capabilities)), manifest)
}

function tokenRules(present: string): string {
  return between('rules', between('evidence', present, evidenceTable()), rulesTable())
}

function apiManifestPage(present: string): string {
  const policy = membersTable(apiPolicySchema)
  const manifest = membersTable(apiManifestSchema, ['$schema'])
  return between('policy', between('manifest', present, manifest), policy)
}

function directoryJsonSchema(): string {
  const schema = z.toJSONSchema(directorySchema, { io: 'input' })
  const title = 'Directory of the agentid-conformance mock'
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`
}
