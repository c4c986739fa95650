import type { Names } from '../names.ts'
import type { RedactionSteps } from './steps.ts'

/** What a redaction knows of the scenario. */
export type Redaction = {
  readonly steps: RedactionSteps
  readonly names: Names
  /** When the request was sent. */
  readonly sentAtSeconds: number
  /** Tokens that were issued before in this scenario, by their text. */
  readonly tokens: ReadonlyMap<string, string>
}

const separator = /([/:?&=,;|\s"'()<>@#]+)/

/** Ids by their names, words of the vocabulary as they are, and the shape of everything else. */
export function redactText(
  text: string,
  { steps, names }: Redaction,
  vocabulary: 'exchange' | 'observation' = 'exchange',
): string {
  if (text === '') return 'shape:empty'
  const isKnown = (word: string) => steps.wordOf(vocabulary, word)
  const pieces = steps
    .names(text, names)
    .map((piece) => ('label' in piece ? piece : { parts: partsOf(piece.text, isKnown) }))
  const tellsNothing = pieces.every(
    (piece) => 'parts' in piece && !piece.parts.some(({ kind }) => kind === 'known'),
  )
  // A text in which nothing is known has one shape; separators alone tell nothing.
  if (vocabulary === 'exchange' && tellsNothing) return steps.unknownWord(text)
  return pieces
    .map((piece) => {
      if ('label' in piece) return piece.label
      return piece.parts
        .map((part) => (part.kind === 'unknown' ? steps.unknownWord(part.text) : part.text))
        .join('')
    })
    .join('')
}

type Part = { readonly kind: 'separator' | 'known' | 'unknown'; readonly text: string }

function partsOf(text: string, isKnown: (word: string) => boolean): readonly Part[] {
  const split = text.split(separator)
  return split.flatMap((part, index): readonly Part[] => {
    if (index % 2 === 1) return [{ kind: 'separator', text: tidied(part) }]
    if (part === '') return []
    const isAlone = split.length === 1
    const isInPath = split[index - 1]?.endsWith('/') ?? false
    // A letter or a digit is a word of the protocol where it stands in a path or for itself.
    const mayBeKnown = isAlone || isInPath || !/^\w$/.test(part)
    return [{ kind: mayBeKnown && isKnown(part) ? 'known' : 'unknown', text: part }]
  })
}

const usual: readonly string[] = [
  '://',
  ', ',
  '; ',
  '="',
  '" ',
  ': ',
  ') ',
  ' (',
  '): ',
  "='",
  "')",
]

/** Of a run of separators that nobody needs, the first: it may be what is left of an address. */
function tidied(run: string): string {
  return usual.includes(run) ? run : run.slice(0, 1)
}
