import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/** Every tag of the features of the package, with its @. */
export async function featureTags(): Promise<readonly string[]> {
  const folder = join(packageRoot, 'features')
  const names = await readdir(folder, { recursive: true })
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.feature'))
      .map((name) => readFile(join(folder, name), 'utf8')),
  )
  return [...new Set(texts.flatMap(tagsOf))].sort()
}

/** In Gherkin a line that begins with @ holds tags and perhaps a comment. */
function tagsOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trimStart().startsWith('@'))
  return lines.flatMap((line) => line.replace(/\s#.*/, '').match(/@[^\s@]+/g) ?? [])
}
