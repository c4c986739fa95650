import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatedFiles } from './generated-files.ts'
import { root } from './run-tool.ts'

for (const { path, present, wanted } of await generatedFiles()) {
  if (present === wanted) continue
  await writeFile(join(root, path), wanted)
  process.stdout.write(`wrote ${path}\n`)
}
