import type { Rule } from '../mock-idp/index.ts'
import { type FeatureFile, rulesIn, ruleTags } from './read-features.ts'

/** What is missing between the catalogue and the features, in both directions. */
export function ruleCoverage(
  features: readonly FeatureFile[],
  catalogue: readonly Rule[],
): readonly string[] {
  return [
    ...features.flatMap((feature) => misnamedRules(feature, catalogue)),
    ...catalogue.flatMap((rule) => uncovered(rule, features)),
  ]
}

function misnamedRules(feature: FeatureFile, catalogue: readonly Rule[]): readonly string[] {
  return rulesIn(feature).flatMap(({ name, tags, location }) => {
    const where = `${feature.path}:${location.line}`
    const [id, ...more] = ruleTags(tags)
    if (id === undefined) return [`${where}: the Rule '${name}' has no @rule tag`]
    if (more.length > 0) return [`${where}: the Rule '${name}' has more than one @rule tag`]
    const known = catalogue.find((rule) => rule.id === id)
    if (!known) return [`${where}: the catalogue has no rule ${id}`]
    if (known.title === name) return []
    return [`${where}: the title of ${id} is '${known.title}', not '${name}'`]
  })
}

function uncovered(rule: Rule, features: readonly FeatureFile[]): readonly string[] {
  const scenarios = features.flatMap((feature) => feature.scenarios)
  const about = scenarios.filter(({ rules }) => rules.includes(rule.id))
  if (rule.kind !== 'refusal') {
    return about.length > 0 ? [] : [`no scenario is about ${rule.id}: ${rule.title}`]
  }
  const breaks = about.filter(({ refusedUnder }) => refusedUnder.includes(rule.id))
  return [
    ...(breaks.length === about.length ? [`no scenario keeps ${rule.id}: ${rule.title}`] : []),
    ...(breaks.length === 0 ? [`no scenario breaks ${rule.id}: ${rule.title}`] : []),
  ]
}
