import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../tests/support/run-tool.ts'
import { generatedFiles } from './generated-files.ts'

for (const { path, present, wanted } of await generatedFiles()) {
  if (present === wanted) continue
  await writeFile(join(root, path), wanted)
  process.stdout.write(`wrote ${path}\n`)
}
