import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator } from '@cucumber/messages'
import { packageRoot } from './package-root.ts'

/** Names and steps of every scenario of the package, and of the rows of outlines: what anybody can read there. */
export async function featureTexts(): Promise<ReadonlySet<string>> {
  const folder = join(packageRoot, 'features')
  const names = await readdir(folder, { recursive: true })
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.feature'))
      .map(async (name) => textsOf(await readFile(join(folder, name), 'utf8'))),
  )
  return new Set(texts.flat())
}

function textsOf(text: string): readonly string[] {
  const newId = IdGenerator.incrementing()
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher())
  const document = parser.parse(text)
  const pickles = compile(document, '', newId)
  return [
    document.feature?.name ?? '',
    ...pickles.flatMap(({ name, steps }) => [name, ...steps.map((step) => step.text)]),
  ]
}
