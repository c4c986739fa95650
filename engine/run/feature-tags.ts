import { readFeatureFiles } from './feature-files.ts'

/** Every tag of the features of the package, with its @. */
export async function featureTags(): Promise<readonly string[]> {
  return [...new Set((await readFeatureFiles()).flatMap(tagsOf))].sort()
}

/** In Gherkin, a line that begins with @ holds tags and maybe a comment. */
function tagsOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trimStart().startsWith('@'))
  return lines.flatMap((line) => line.replace(/\s#.*/, '').match(/@[^\s@]+/g) ?? [])
}
