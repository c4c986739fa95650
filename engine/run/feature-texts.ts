import { readFeatureFiles } from './feature-files.ts'
import { parseGherkin } from './parse-gherkin.ts'

/** Names and steps of every scenario of the package, with outline rows expanded. */
export async function featureTexts(): Promise<ReadonlySet<string>> {
  return new Set((await readFeatureFiles()).flatMap(textsOf))
}

function textsOf(text: string): readonly string[] {
  const { document, pickles } = parseGherkin(text)
  return [
    document.feature?.name ?? '',
    ...pickles.flatMap(({ name, steps }) => [name, ...steps.map((step) => step.text)]),
  ]
}
