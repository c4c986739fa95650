import { createKnownValues } from '../../wire/known-values/known-values.ts'
import { stride } from '../../wire/known-values/value-index.ts'
import { isKnownText } from './known-words.ts'
import type { Leaf, Leak } from './leak.ts'
import { leavesOf } from './leaves.ts'
import { leaksIn } from './patterns.ts'

/**
 * What must not be in a file of evidence, by the content of the file alone and whatever made it.
 * @param sensitive ids, secrets and tokens of the run, which no spelling may show
 */
export function findLeaks(file: unknown, sensitive: readonly string[]): readonly Leak[] {
  const find = createLeakFinder(sensitive)
  return find(file)
}

/**
 * The same for many files.
 * @param publicTexts texts of the features, which everybody can read: only there, and only these, may look like
 * something of a tenant
 */
export function createLeakFinder(
  sensitive: readonly string[],
  publicTexts: ReadonlySet<string> = new Set(),
): (file: unknown) => readonly Leak[] {
  const known = createKnownValues(sensitive)
  const short = new Set(sensitive.filter((value) => value.length < stride))
  const isSensitive = (text: string) => short.has(text) || known.isIn(text)
  const isPublic = ({ place, text }: Leaf) => ofFeatures.test(place) && publicTexts.has(text)
  return (file) =>
    leavesOf(file).flatMap((leaf) => {
      const told = isSensitive(leaf.text) ? ['an id, a secret or a token of this run'] : []
      const found = [...told, ...(isPublic(leaf) ? [] : leaksOf(leaf))]
      return found.map((what) => ({ place: leaf.place, what }))
    })
}

function leaksOf(leaf: Leaf): readonly string[] {
  const area = areaOf(leaf.place)
  const isUnknown = area !== undefined && !isKnownText(leaf, area)
  return [...leaksIn(leaf.text), ...(isUnknown ? ['a word that is not of the protocol'] : [])]
}

/** Where a file repeats its feature. */
const ofFeatures = /^(title|feature|steps\[\d+\]\.text|scenarios\[\d+\]\.(title|file))$/

/** What the features say is known to everybody; what came over the wire is not. */
function areaOf(place: string): 'exchange' | 'observation' | undefined {
  if (/^exchanges\[\d+\]/.test(place)) return 'exchange'
  return /^observations\[/.test(place) ? 'observation' : undefined
}
