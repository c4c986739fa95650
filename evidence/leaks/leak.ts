/** Where something is that must not be kept, and what kind of thing it is. Never the thing itself. */
export type Leak = { readonly place: string; readonly what: string }

/** A text of a file with its place in it: `exchanges[0].answer.body.trace_id`. */
export type Leaf = {
  readonly place: string
  readonly text: string
  /** A name of a member, not a value. */
  readonly isName: boolean
}
