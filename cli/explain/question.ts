import { isEncryptedToken, readToken } from './read-token.ts'
import type { Token } from './token.ts'

/** What the user wants explained. */
export type Question =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'encrypted-token' }
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] }
  | { readonly kind: 'rule'; readonly id: string }

const longestNumber = 9

/** A token, one or more AADSTS numbers (a whole error message will do), or else the id of a rule. */
export function readQuestion(input: string): Question {
  const text = input.trim().replace(/^(?:authorization:\s*)?bearer\s+/i, '')
  const token = readToken(text)
  if (token !== undefined) return { kind: 'token', token }
  if (isEncryptedToken(text)) return { kind: 'encrypted-token' }
  const numbers = aadstsNumbers(text)
  if (numbers.length > 0) return { kind: 'numbers', numbers }
  return { kind: 'rule', id: text }
}

function aadstsNumbers(text: string): readonly number[] {
  const found = /^\d+$/.test(text) ? [text] : text.match(/(?<=AADSTS)\d+/gi)
  const numbers = (found ?? []).filter(({ length }) => length <= longestNumber).map(Number)
  return [...new Set(numbers)]
}
