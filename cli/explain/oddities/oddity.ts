import type { Token } from '../token.ts'

/** Something about a token that deserves a second look, and what to do about it. */
export type Oddity = { readonly what: string; readonly todo: string }

/** Looks at one thing; undefined where there is nothing odd. */
export type Check = (token: Token, nowMs: number) => Oddity | undefined

export const oddity = (what: string, todo: string): Oddity => ({ what, todo })
