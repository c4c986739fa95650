/** The primitive types a property of a directory object or a literal of a filter has (OData 4.01 CSDL, 3.3). */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Guid'
  | 'Edm.Boolean'
  | 'Edm.DateTimeOffset'
  | 'Edm.Int32'
  | 'Edm.Double'

/** A constant in a filter; the value of a date is its time in milliseconds since 1970. */
export type Literal =
  | { readonly type: 'Edm.String' | 'Edm.Guid'; readonly value: string }
  | { readonly type: 'Edm.DateTimeOffset' | 'Edm.Int32' | 'Edm.Double'; readonly value: number }
  | { readonly type: 'Edm.Boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null }

/** The literal a word stands for, in any letter case: `true`, `false` and `null`. */
export function literalOfWord(word: string): Literal | undefined {
  switch (word.toLowerCase()) {
    case 'true':
      return { type: 'Edm.Boolean', value: true }
    case 'false':
      return { type: 'Edm.Boolean', value: false }
    case 'null':
      return { type: 'null', value: null }
    default:
      return undefined
  }
}

/** The literal of a number's text. */
export function literalOfNumber(text: string): Literal {
  const value = Number(text)
  return { type: Number.isInteger(value) ? 'Edm.Int32' : 'Edm.Double', value }
}

/** The text between the quotes, with each doubled quote read as one. */
export function literalOfString(quoted: string): Literal {
  return { type: 'Edm.String', value: quoted.slice(1, -1).replaceAll("''", "'") }
}
