import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from '../../tasks/run-tool.ts'

const ownHooks = /^(before|after)(Each)?\(/m

/** The test files at a path, or below it, from the root of the repository. */
export function testFiles(path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
  // What is in proofs/programs only `npm run prove` runs, which names its folders.
  const isOwn = (name: string) => name.endsWith('.test.ts') && !name.startsWith('programs')
  return names
    .filter(isOwn)
    .sort()
    .map((name) => join(path, name))
}

/** All in this process: loading a runner and the compiler for each file would take most of the time. */
export async function loadTests(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const path = join(root, file)
    const load = () => import(pathToFileURL(path).href)
    // A suite of its own, so that the hooks of a file are for that file alone.
    if (ownHooks.test(readFileSync(path, 'utf8'))) describe(file, load)
    else await load()
  }
}
