import { posix } from 'node:path'

/** A file of the project, and the files of the project that it imports. Paths from the root, with `/`. */
export type Imports = readonly { readonly file: string; readonly imports: readonly string[] }[]

type Arrow = { readonly from: string; readonly to: string; readonly example: string }

/**
 * Imports that climb: in one folder, two of its children (files or folders) import each other, directly or by way of
 * others. Without them every folder reads from top to bottom.
 */
export function climbingImports(imports: Imports): readonly string[] {
  return foldersOf(imports).flatMap((folder) => {
    const arrows = arrowsIn(folder, imports)
    const climbing = arrows.filter(({ from, to }) => reachable(to, arrows).has(from))
    return climbing.map(
      ({ from, to, example }) =>
        `${folder || '.'}: ${from} and ${to} import each other: ${example}`,
    )
  })
}

function foldersOf(imports: Imports): readonly string[] {
  const folders = new Set<string>([''])
  for (const { file } of imports) {
    for (let folder = parentOf(file); folder !== ''; folder = parentOf(folder)) folders.add(folder)
  }
  return [...folders].sort()
}

function parentOf(path: string): string {
  const parent = posix.dirname(path)
  return parent === '.' ? '' : parent
}

function arrowsIn(folder: string, imports: Imports): readonly Arrow[] {
  const arrows = new Map<string, Arrow>()
  for (const { file, imports: targets } of imports) {
    for (const target of targets) {
      const [from, to] = [childOf(folder, file), childOf(folder, target)]
      if (from === undefined || to === undefined || from === to) continue
      arrows.set(`${from} ${to}`, { from, to, example: `${file} imports ${target}` })
    }
  }
  return [...arrows.values()]
}

function childOf(folder: string, file: string): string | undefined {
  const prefix = folder === '' ? '' : `${folder}/`
  return file.startsWith(prefix) ? file.slice(prefix.length).split('/')[0] : undefined
}

function reachable(start: string, arrows: readonly Arrow[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { from, to } of arrows) {
      if (from !== at || found.has(to)) continue
      found.add(to)
      open.push(to)
    }
  }
  return found
}
