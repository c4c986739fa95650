/** What usually leads to a broken rule, and what helps. */
export type Advice = { readonly cause: string; readonly todo: string }

export type AdviceByRule = Readonly<Record<string, Advice>>

export const advice = (cause: string, todo: string): Advice => ({ cause, todo })
