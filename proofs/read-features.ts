import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GherkinDocument, Pickle, Rule } from '@cucumber/messages'
import { packageRoot } from '../engine/package-root.ts'
import { parseGherkin } from '../engine/run/parse-gherkin.ts'

/** Both forms name the rule of the mock; a tenant may refuse the proof in another way. */
const refusalStep =
  /^the (?:request is refused|proof is refused, by the mock) under rule "([^"]+)"$/

/** A feature file as the checks of the suite look at it. */
export type FeatureFile = {
  /** From the root of the package, with slashes. */
  readonly path: string
  readonly lines: readonly string[]
  readonly document: GherkinDocument
  readonly scenarios: readonly ScenarioFacts[]
}

/** A scenario, or a row of an outline. */
export type ScenarioFacts = {
  readonly name: string
  readonly path: string
  readonly feature: string
  readonly tags: readonly string[]
  /** Ids of the rules in its tags. */
  readonly rules: readonly string[]
  /** Ids of the rules under which it expects a refusal. */
  readonly refusedUnder: readonly string[]
  readonly pickle: Pickle
}

let features: readonly FeatureFile[] | undefined

/** Every feature of the package, in the order of their paths. They are read once. */
export function readFeatures(): readonly FeatureFile[] {
  features ??= readFolder()
  return features
}

function readFolder(): readonly FeatureFile[] {
  return readdirSync(join(packageRoot, 'features'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.feature'))
    .sort()
    .map((path) =>
      parseFeature(`features/${path}`, readFileSync(join(packageRoot, 'features', path), 'utf8')),
    )
}

export function parseFeature(path: string, text: string): FeatureFile {
  const { document, pickles } = parseGherkin(text, path)
  const scenarios = pickles.map((pickle) => factsOf(pickle, document, path))
  return { path, lines: text.trimEnd().split('\n'), document, scenarios }
}

export function rulesIn({ document }: FeatureFile): readonly Rule[] {
  return (document.feature?.children ?? []).flatMap(({ rule }) => rule ?? [])
}

export function ruleTags(tags: readonly { readonly name: string }[]): readonly string[] {
  return tags.flatMap(({ name }) => /^@rule:(.+)$/.exec(name)?.[1] ?? [])
}

function factsOf(pickle: Pickle, document: GherkinDocument, path: string): ScenarioFacts {
  return {
    name: pickle.name,
    path,
    feature: document.feature?.name ?? '',
    tags: pickle.tags.map(({ name }) => name),
    rules: ruleTags(pickle.tags),
    refusedUnder: pickle.steps.flatMap(({ text }) => refusalStep.exec(text)?.[1] ?? []),
    pickle,
  }
}
