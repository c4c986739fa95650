import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-tool.ts'

/** The test files at a path, or below it, from the root of the repository. */
export function testFiles(path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(path, name))
    .filter((file) => isOwn(file, path))
}

/** What is in proofs/programs only `npm run prove` runs, which names its folders. */
function isOwn(file: string, path: string): boolean {
  const programs = join('proofs', 'programs')
  const isProgram = file.startsWith(programs) && !join(path).startsWith(programs)
  return !isProgram && !file.includes('node_modules')
}

/** Every folder at the top but that of whole-product tests. */
export function foldersWithUnitTests(): readonly string[] {
  const others = ['tests', 'node_modules', 'dist']
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !others.includes(name) && testFiles(name).length > 0)
    .sort()
}
