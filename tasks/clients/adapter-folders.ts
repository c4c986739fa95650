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
  if (named.length > 0) return named.map(adapterFolder)
  return readdirSync(adapters, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => folderOf(name))
    .filter(({ manifestFile }) => existsSync(manifestFile))
}

/** @throws {Error} if there is none of this name */
export function adapterFolder(name: string): AdapterFolder {
  const folder = folderOf(name)
  if (existsSync(folder.manifestFile)) return folder
  throw new Error(`there is no adapter at ${folder.manifestFile}`)
}

/** Nobody recorded what the copy of a template sends. */
export function isTemplate({ name }: AdapterFolder): boolean {
  return name.startsWith('templates/')
}

function folderOf(name: string): AdapterFolder {
  const path = join(adapters, name)
  return { name, path, manifestFile: join(path, 'agentid-adapter.yaml') }
}

const examples = join(root, 'examples')

/** The correct APIs of `examples`, each of another stack: one that breaks a MUST is a false alarm. */
export function apiFolders(): readonly AdapterFolder[] {
  const names = readdirSync(examples).filter((name) => name.startsWith('api-'))
  return names.map((name) => {
    const path = join(examples, name)
    return { name, path, manifestFile: join(path, 'agentid-api.yaml') }
  })
}

export const isApi = ({ manifestFile }: AdapterFolder): boolean =>
  manifestFile.endsWith('agentid-api.yaml')
