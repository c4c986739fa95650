import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from '../tasks/run-tool.ts'

// Every unit test in one process: loading a runner and the compiler for each file would take most of the time.
const folders = [
  'wire',
  'mock-idp',
  'client',
  'judge',
  'redirect',
  'reports',
  'provision',
  'evidence',
  'cli',
  'engine',
  'steps',
  'proofs',
  'tasks',
]
const ownHooks = /^(before|after)(Each)?\(/m

for (const folder of folders) {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((one) => one.endsWith('.test.ts')).sort()) {
    const file = join(root, folder, name)
    const load = () => import(pathToFileURL(file).href)
    // A suite of its own, so that the hooks of a file are for that file alone.
    if (ownHooks.test(readFileSync(file, 'utf8'))) describe(name, load)
    else await load()
  }
}
