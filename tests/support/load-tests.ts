import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from './run-tool.ts'

const ownHooks = /^(before|after)(Each)?\(/m

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
