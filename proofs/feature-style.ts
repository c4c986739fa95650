import type { Background, Rule, Scenario, Step } from '@cucumber/messages'
import { type FeatureFile, rulesIn, ruleTags } from './read-features.ts'

const maxLines = 120
const maxDescriptionLines = 3
const knownTags = /^@(mock|live|client|api|rule:[A-Z0-9-]+)$/
/** Folders whose subject is the wire, so that its words are the words of the domain. */
const wireFolders =
  /^features\/(api|client|discovery|errors|managed-identity|resource-parameter|tokens|wire)\//
const neverWords = /\bshould\b|\bverif(y|ies) that\b/i
const wireWords = /\b(POST|GET|JSON|HTTP|status \d{3}|form|header|endpoint|parameter)\b/
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i

/** Where features depart from the house style of Gherkin. */
export function featureStyle(features: readonly FeatureFile[]): readonly string[] {
  return [...features.flatMap(styleOf), ...repeatedTitles(features)]
}

function styleOf(file: FeatureFile): readonly string[] {
  const { path, lines, document, scenarios } = file
  const { feature } = document
  if (!feature) return [`${path}: there is no feature in it`]
  const at = (line: number, problem: string) => `${path}:${line}: ${problem}`
  const loose = feature.children.flatMap(({ scenario }) => scenario ?? [])
  const described = feature.description.split('\n').filter((line) => line.trim() !== '').length
  return [
    ...(lines.length > maxLines ? [`${path}: has ${lines.length} lines, at most ${maxLines}`] : []),
    ...(described === 0 || described > maxDescriptionLines
      ? [at(1, `a feature is described in 1 to ${maxDescriptionLines} lines`)]
      : []),
    ...loose.map((one) => at(one.location.line, `'${one.name}' stands under no Rule`)),
    ...scenarios.flatMap(({ name, tags, pickle }) =>
      ['@mock', '@live', '@api'].some((tag) => tags.includes(tag))
        ? []
        : [at(pickle.location?.line ?? 0, `'${name}' is tagged neither @mock nor @live nor @api`)],
    ),
    ...feature.children.flatMap(({ background }) => backgroundStyle(background, at)),
    ...[...loose, ...rulesIn(file).flatMap(scenariosOf)].flatMap((one) => scenarioStyle(one, at)),
    ...tagStyle(file, at),
    ...wordStyle(file, at),
  ]
}

type At = (line: number, problem: string) => string

function scenariosOf({ children }: Rule): readonly Scenario[] {
  return children.flatMap(({ scenario }) => scenario ?? [])
}

function backgroundStyle(background: Background | undefined, at: At): readonly string[] {
  if (!background) return []
  const tooMany = background.steps.length > 2
  const others = stepKinds(background.steps).some((kind) => kind !== 'Context')
  return tooMany || others ? [at(background.location.line, 'a Background is 1 or 2 Givens')] : []
}

function scenarioStyle(scenario: Scenario, at: At): readonly string[] {
  const { name, location, steps, examples } = scenario
  const order = stepKinds(steps).join(' ')
  const placeholders = /<[^>]+>/.test(name)
  return [
    ...(name === '' ? [at(location.line, 'a scenario has a title')] : []),
    ...(/^(Context )?Action Outcome$/.test(order)
      ? []
      : [at(location.line, `'${name}' is not Given, one When, Then`)]),
    ...(examples.length > 0 && !placeholders
      ? [at(location.line, `the title of the outline '${name}' holds no placeholder`)]
      : []),
    ...examples
      .filter((block) => block.name === '')
      .map((block) => at(block.location.line, 'Examples name their source')),
    ...(ruleTags(scenario.tags).length > 0 ? [at(location.line, '@rule stands on the Rule')] : []),
  ]
}

/** The kinds of step in their order, each once: "And" continues what comes before. */
function stepKinds(steps: readonly Step[]): readonly string[] {
  const kinds = steps.flatMap(({ keywordType }) =>
    keywordType === undefined || keywordType === 'Conjunction' ? [] : [String(keywordType)],
  )
  return kinds
}

function tagStyle({ document }: FeatureFile, at: At): readonly string[] {
  const { feature } = document
  const rules = feature?.children.flatMap(({ rule }) => rule ?? []) ?? []
  const tagged = [feature, ...rules, ...rules.flatMap(scenariosOf)]
  return tagged
    .flatMap((one) => one?.tags ?? [])
    .filter(({ name }) => !knownTags.test(name))
    .map(({ name, location }) => at(location.line, `the tag ${name} is not known`))
}

/** Titles of Rules are those of the catalogue, which is checked elsewhere. */
function wordStyle({ path, lines }: FeatureFile, at: At): readonly string[] {
  const isWire = wireFolders.test(path)
  return lines.flatMap((line, index) => {
    if (/^\s*(Rule:|#|@)/.test(line)) return []
    const word = neverWords.exec(line)?.[0] ?? (isWire ? undefined : wireWords.exec(line)?.[0])
    const problems = word ? [`'${word}' is no word of this feature`] : []
    const ids = !isWire && guid.test(line) ? ['an id stands where a name belongs'] : []
    return [...problems, ...ids].map((problem) => at(index + 1, problem))
  })
}

function repeatedTitles(features: readonly FeatureFile[]): readonly string[] {
  const first = new Map<string, string>()
  return features.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ name, path }) => {
      const earlier = first.get(name)
      first.set(name, path)
      return earlier === undefined ? [] : [`${path}: the title '${name}' is used in ${earlier} too`]
    }),
  )
}
