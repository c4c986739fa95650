import type { Claims } from '../tokens/minting.ts'
import type { SegmentEdit } from './edit-segments.ts'
import type { Signer } from './signers.ts'

/**
 * What a token is:
 * - `t1`: the exchange token of a blueprint that names an agent identity
 * - `t2`: the exchange token of an agent identity
 * - `agent`: a token with which an agent identity acts for itself
 * - `obo`: a token on behalf of a person
 * - `agentUser`: a token of an agent identity's own user
 * - `user`: an access token of a person, such as Tc
 * - `app`: a token of any application for itself
 * - `idToken`: who a person is
 */
export const orderedKinds = [
  't1',
  't2',
  'agent',
  'obo',
  'agentUser',
  'user',
  'app',
  'idToken',
] as const
export type OrderedKind = (typeof orderedKinds)[number]

/** A token as a test wants it, without the requests by which a client would obtain it. */
export type TokenOrder = {
  readonly tenantId: string
  /** Where the token says it was issued. */
  readonly origin: string
  readonly kind: OrderedKind
  /** Client id of the application that the token is issued to: for `t1` a blueprint, for the other kinds of agents an agent identity. */
  readonly client: string
  /** Client id of the agent identity that a T1 names. */
  readonly agent?: string | undefined
  /** User principal name or object id. Needed for `user`, `idToken` and `obo`. Default for `agentUser`: the agent's own. */
  readonly user?: string | undefined
  /** Application id or URI of the resource. T1 and T2 are for the token exchange, an id_token is for its client. */
  readonly audience?: string | undefined
  /** Form of the token. Default: the one that the resource asks for. */
  readonly version?: 1 | 2 | undefined
  /** What `scp` names. Default: every scope that the resource publishes. */
  readonly scopes?: readonly string[] | undefined
  /** How the user signed in, as `amr` has it. Default: `pwd` and `mfa`. */
  readonly methods?: readonly string[] | undefined
  /** What the sign-in satisfied besides, as `acrs` has it, such as `c1`. Default: nothing. */
  readonly authenticationContexts?: readonly string[] | undefined
  /** Seconds from now; negative: expired already. Default: as usual. */
  readonly lifetimeSeconds?: number | undefined
  /** Claims that replace those of the token; `null` removes one. */
  readonly claims?: Claims | undefined
  /** Members that replace those of the header; `null` removes one. */
  readonly header?: Claims | undefined
  /** Whose key signs it. Default: the tenant's. */
  readonly signWith?: Signer | undefined
  /** Changes of the token as text, after it is signed, one after the other. */
  readonly edits?: readonly SegmentEdit[] | undefined
}

/** A token that was made, what it says, and whether it is one that no tenant makes. */
export type OrderedToken = {
  readonly token: string
  readonly claims: Claims
  readonly isForgery: boolean
}

/** Why no token can be made, in words. */
export type OrderMistake = { readonly mistake: string }
