import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** Steps that wait for a program. */
const waits = /seconds have passed|Retry-After|takes a second|is answered with 5\d\d/g

/** Sorts features with many waits first, so that none of them runs alone at the end. */
export function longestFirst(files: readonly string[]): readonly string[] {
  const waitsIn = (file: string) =>
    readFileSync(resolve(packageRoot, file), 'utf8').match(waits)?.length ?? 0
  const counted = files.map((file) => ({ file, count: waitsIn(file) }))
  return counted.sort((a, b) => b.count - a.count).map(({ file }) => file)
}
