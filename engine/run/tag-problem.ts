import { distance } from 'fastest-levenshtein'
import { currentIdOf } from '../../mock-idp/index.ts'
import { featureTags } from './feature-tags.ts'

const most = 3
const operators: readonly string[] = ['and', 'or', 'not']

/** What is wrong with a tag expression that names a tag that no scenario of the package has. */
export async function tagProblem(expression: string): Promise<string | undefined> {
  const known = await featureTags()
  const unknown = tagsIn(expression).find((tag) => !known.includes(tag))
  if (unknown === undefined) return undefined
  const current = currentIdOf(unknown.replace(/^@rule:/i, ''))
  if (current !== undefined) {
    return `no scenario has the tag ${unknown}. Use its new name, @rule:${current}.`
  }
  return `no scenario has the tag ${unknown}. The closest tags: ${nearestTags(unknown, known).join(', ')}`
}

/** The operands of a tag expression, in which a backslash escapes blanks and parentheses. */
function tagsIn(expression: string): readonly string[] {
  const words = expression.match(/(?:\\.|[^\s()\\])+/g) ?? []
  return words
    .filter((word) => !operators.includes(word))
    .map((word) => word.replace(/\\(.)/g, '$1'))
}

function nearestTags(typed: string, known: readonly string[]): readonly string[] {
  const far = (tag: string) => distance(typed.toUpperCase(), tag.toUpperCase())
  return [...known].sort((a, b) => far(a) - far(b)).slice(0, most)
}
