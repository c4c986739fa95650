import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../tests/support/run-tool.ts'

/** An adapter of this repository: a folder with a manifest. */
export type AdapterFolder = {
  readonly name: string
  readonly path: string
  readonly manifestFile: string
}

const adapters = join(root, 'adapters')

/** Every adapter, or those that are named. Templates are for copying; they are judged when named. */
export function adapterFolders(named: readonly string[]): readonly AdapterFolder[] {
  const all = readdirSync(adapters, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const names = named.length > 0 ? named : all
  return names.map(folderOf).filter(({ manifestFile }) => {
    if (existsSync(manifestFile)) return true
    if (named.length > 0) throw new Error(`there is no adapter at ${manifestFile}`)
    return false
  })
}

function folderOf(name: string): AdapterFolder {
  const path = join(adapters, name)
  return { name, path, manifestFile: join(path, 'agentid-adapter.yaml') }
}
