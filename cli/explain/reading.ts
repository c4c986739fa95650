import type { Token } from './token.ts'

/** What this value of a claim says; undefined where it says nothing that this tool can read. */
export type Reading = (value: unknown, token: Token, nowMs: number) => string | undefined

/** A reading of text; of anything else there is none. */
export const readText =
  (read: (text: string, token: Token) => string | undefined): Reading =>
  (value, token) =>
    typeof value === 'string' ? read(value, token) : undefined

/** Values with a meaning of their own. */
export const oneOf = (meanings: Readonly<Record<string, string>>): Reading =>
  readText((text) => (Object.hasOwn(meanings, text) ? meanings[text] : undefined))
