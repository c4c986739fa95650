import { Difference, show } from '../../engine/outcomes/difference.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Edm.DateTimeOffset: a time without a zone is another one in another place. */
const dateWithZone = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isListOfTexts = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every(isText)

/** What a table may say of the type of a value. */
const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  'a text': isText,
  'a text or null': (value) => value === null || isText(value),
  'a GUID or null': (value) => value === null || (isText(value) && guid.test(value)),
  'a whole number': (value) => Number.isSafeInteger(value),
  'a whole number in text': (value) => isText(value) && /^\d+$/.test(value),
  'true or false': (value) => typeof value === 'boolean',
  'a GUID': (value) => isText(value) && guid.test(value),
  'a list of texts': isListOfTexts,
  'a list': Array.isArray,
  'a list of texts or none': (value) => Array.isArray(value) && value.every(isText),
  'a list of different texts': (value) =>
    isListOfTexts(value) && new Set(value as readonly string[]).size === (value as []).length,
  'a list of whole numbers': (value) =>
    Array.isArray(value) && value.length > 0 && value.every(Number.isSafeInteger),
  'an https address': (value) => isText(value) && /^https:\/\//.test(value) && URL.canParse(value),
  'a date': (value) => isText(value) && dateWithZone.test(value) && !!Date.parse(value),
}

export const typeWords = new RegExp(`^(?:${Object.keys(types).join('|')})$`)

/** @throws {TypeError} where tables have no such type */
export function hasType(words: string): (value: unknown) => boolean {
  const is = types[words]
  if (!is) throw new TypeError(`no type is called '${words}'`)
  return is
}

type Values = Readonly<Record<string, unknown>>
type Typed = { readonly name: string; readonly values: Values }

/**
 * By the rows of a table: a type, and names of members of which those that are there have to be of it.
 * @throws {Difference} for the first of them that is of another, wherever it is
 */
export function expectTypes(
  what: string,
  all: readonly Typed[],
  rows: readonly (readonly string[])[],
): void {
  for (const [type = '', names = ''] of rows) {
    const is = hasType(type)
    for (const member of names.split(' ')) {
      const wrong = all.filter(({ values }) => member in values && !is(values[member]))
      const [first] = wrong
      if (!first) continue
      const where = wrong.map(({ name }) => name).join(', ')
      throw new Difference(`${what} ${member} of ${where}`, type, withType(first.values[member]))
    }
  }
}

/** The value with its type, because `1` and `"1"` look alike. */
export function withType(value: unknown): string {
  return typeof value === 'string' ? `the text ${value}` : show(value)
}
