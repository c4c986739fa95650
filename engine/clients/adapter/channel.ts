import type { AdapterOperation, AdapterReply, AdapterRequest } from './protocol.ts'

/** What is said to an adapter in an operation, besides which one it is. */
export type Message<Operation extends AdapterOperation> = WithoutAddress<
  Extract<AdapterRequest, { op: Operation }>
>

// Omit would lose the named members of a type that allows others.
type WithoutAddress<Request> = {
  [Member in keyof Request as Member extends 'id' | 'op' ? never : Member]: Request[Member]
}

/** The way to an adapter, whatever carries its messages. */
export type Channel = {
  /** @throws {AdapterFailure} if there is no valid reply within the time */
  readonly ask: <Operation extends AdapterOperation>(
    operation: Operation,
    message: Message<Operation>,
  ) => Promise<AdapterReply<Operation>>
  /** Secrets that stand in no message about the adapter. */
  readonly hide: (secrets: readonly string[]) => void
}
