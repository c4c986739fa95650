import type { Target } from '../tokens/app-only-claims.ts'
import type { Claims, Minting } from '../tokens/minting.ts'
import type { World } from '../world.ts'
import type { Proof } from './authenticate-client/proof.ts'
import type { Client } from './find-client.ts'
import type { TokenRequest } from './parse-request.ts'
import type { TenantSession } from './session.ts'

export type TokenKind =
  | 't1'
  | 't2'
  | 'agent'
  | 'blueprint'
  | 'application'
  | 'managed-identity'
  | 'on-behalf-of'
  | 'agent-user'
  | 'user'

/** What a request is entitled to. */
export type Grant = {
  readonly tokenKind: TokenKind
  readonly target: Target
  readonly claims: (minting: Minting) => Claims | Promise<Claims>
  /** In seconds from now. Default: that of the kind. */
  readonly lifetimeSeconds?: number | undefined
  /** What the answer has besides the token and its lifetime, in their order. */
  readonly more?: ((minting: Minting) => Promise<MoreMembers>) | undefined
}

/** Members of an answer that only delegated grants have. */
export type MoreMembers = {
  readonly scope: string
  readonly refresh_token?: string
  readonly id_token?: string
  readonly client_info?: string
}

/** A way to obtain tokens: one file each. */
export type GrantFlow = {
  /** Public clients use it too: whoever presents no credential gets as far as {@link GrantFlow.decide}. */
  readonly isForPublicClients?: true
  /**
   * What must hold of the client before it proves itself. Default: nothing.
   * @throws {Refusal}
   */
  readonly admit?: (client: Client, session: TenantSession) => void
  /**
   * How a client proves itself, where its type decides. Default: by its credential.
   * @throws {Refusal}
   */
  readonly prove?: (
    request: TokenRequest,
    client: Client,
    session: TenantSession,
    world: World,
  ) => Promise<Proof>
  /** @throws {Refusal} */
  readonly decide: (
    request: TokenRequest,
    client: Client,
    proof: Proof,
    session: TenantSession,
    world: World,
  ) => Grant | Promise<Grant>
}
