import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from '../tasks/run-tool.ts'

// Every unit test in one process: loading a runner and the compiler for each file would take most of the time.
const folders = ['mock-idp', 'client', 'cli']

for (const folder of folders) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.test.ts')).sort()) {
    // A suite of its own, so that the hooks of a file are for that file alone.
    describe(`${folder}/${file}`, () => import(pathToFileURL(join(root, folder, file)).href))
  }
}
