import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../tests/support/run-tool.ts'

/** An adapter of this repository, or an API that uses a released library: a folder with a manifest. */
export type AdapterFolder = {
  /** Below `adapters`, such as `msal-node`. An API is named by its path, such as `apis/agents-hosting`. */
  readonly name: string
  readonly path: string
  readonly manifestFile: string
}

/** Real API libraries, and correct APIs of several stacks: one of these that breaks a MUST is a false alarm. */
const apiNames = /^(apis\/|examples\/api-)/

/** Every adapter and API, or those that are named. Templates are for copying; they are judged when named. */
export function adapterFolders(named: readonly string[]): readonly AdapterFolder[] {
  if (named.length > 0) return named.map(adapterFolder)
  const apis = ['apis', 'examples'].flatMap((folder) =>
    namesIn(folder).map((name) => `${folder}/${name}`),
  )
  const names = [...namesIn('adapters'), ...apis.filter((name) => apiNames.test(name))]
  return names.map(folderOf).filter(({ manifestFile }) => existsSync(manifestFile))
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

/** An API takes tokens and asks for none, so that there is nothing to record. */
export function isApi({ name }: AdapterFolder): boolean {
  return apiNames.test(name)
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}

function folderOf(name: string): AdapterFolder {
  if (apiNames.test(name)) {
    const path = join(root, name)
    return { name, path, manifestFile: join(path, 'agentid-api.yaml') }
  }
  const path = join(root, 'adapters', name)
  return { name, path, manifestFile: join(path, 'agentid-adapter.yaml') }
}
