import type { AdapterOperation, AdapterReply, AdapterRequest } from './protocol.ts'

/** The members of a request to an adapter, without `id` and `op`. */
export type Message<Operation extends AdapterOperation> = WithoutAddress<
  Extract<AdapterRequest, { op: Operation }>
>

// Omit would lose the named members of a type that allows others.
type WithoutAddress<Request> = {
  [Member in keyof Request as Member extends 'id' | 'op' ? never : Member]: Request[Member]
}

/** A connection to an adapter, over any transport. */
export type Channel = {
  /** @throws {AdapterFailure} if no valid reply arrives in time */
  readonly ask: <Operation extends AdapterOperation>(
    operation: Operation,
    message: Message<Operation>,
  ) => Promise<AdapterReply<Operation>>
  /** Masks these secrets in every message about the adapter. */
  readonly hide: (secrets: readonly string[]) => void
}
