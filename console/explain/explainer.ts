import type { JsonObject } from '../../wire/json-object.ts'

/** A name, what stands there, and what it means. */
export type Fact = {
  readonly name: string
  readonly text: string
  readonly aside?: string | undefined
}

/** A rule: how it shows on the wire, how it is known, what to do. */
export type ExplainedRule = {
  readonly id: string
  readonly title: string
  readonly facts: readonly Fact[]
}

/** A token, member by member, and what is odd about it. */
export type ExplainedToken = {
  readonly description: string
  readonly header: readonly Fact[]
  readonly claims: readonly Fact[]
  readonly oddities: readonly { readonly what: string; readonly todo: string }[]
}

/** What is known of a text that somebody pasted. */
export type Explanation =
  | { readonly kind: 'token'; readonly token: ExplainedToken }
  | { readonly kind: 'rule'; readonly rule: ExplainedRule }
  | {
      readonly kind: 'numbers'
      readonly numbers: readonly {
        readonly number: number
        /** Microsoft's own page about it. */
        readonly page: string
        readonly rules: readonly ExplainedRule[]
      }[]
    }
  /** What has no form of its own, as `agentid explain` says it. */
  | { readonly kind: 'text'; readonly lines: readonly string[]; readonly isKnown: boolean }

/** The words of `agentid explain`. */
export type Explainer = {
  readonly ofText: (input: string, nowMs: number) => Explanation
  readonly ofRule: (id: string, nowMs: number) => ExplainedRule | undefined
  readonly ofClaims: (claims: JsonObject, nowMs: number) => ExplainedToken
}
