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
    if (ownHooks.test(readFileSync(path, 'utf8'))) await loadSuite(file, load)
    else await load()
  }
}

/**
 * One file after another: of two that load at the same time, one that waits for a module of the other would register
 * its tests in the suite of the other, which may have finished.
 */
function loadSuite(file: string, load: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    describe(file, async () => {
      await load().finally(resolve)
    })
  })
}
