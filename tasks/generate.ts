import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../tests/support/run-tool.ts'
import { generatedFiles } from './generated-files.ts'
import { publishedPermissions, publishedPermissionsPath } from './graph-permissions.ts'

// What Microsoft publishes is not in the code: it is written anew only from a copy that you give.
const [permissionsDescriptions] = process.argv.slice(2)
if (permissionsDescriptions !== undefined) {
  const wanted = await publishedPermissions(permissionsDescriptions)
  await writeFile(join(root, publishedPermissionsPath), wanted)
  process.stdout.write(`wrote ${publishedPermissionsPath}\n`)
}

for (const { path, present, wanted } of await generatedFiles()) {
  if (present === wanted) continue
  await writeFile(join(root, path), wanted)
  process.stdout.write(`wrote ${path}\n`)
}
