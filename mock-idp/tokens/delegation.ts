import type { User } from '../directory/person.ts'

/** How a person signed in, as the tokens of that sign-in say. */
export type SignIn = {
  /** `sid`: a GUID, the same in every token that goes back to this sign-in. */
  readonly sessionId: string
  /** `amr`, such as `pwd` and `mfa`. Empty: nobody signed in, as for an agent's own user. */
  readonly methods: readonly string[]
  readonly ipAddress: string
  /** `acrs`: the authentication contexts that it satisfied, such as `c1`. Default: none. */
  readonly authenticationContexts?: readonly string[] | undefined
}

/** Who acts for whom, and what was allowed. */
export type Delegation = {
  readonly client: DelegatedClient
  readonly user: User
  /** What was granted of the resource, as `scp` names it. */
  readonly scopes: readonly string[]
  readonly signIn: SignIn
  /** `xms_cc`: what the client says it can do, such as `cp1`. Default: nothing. */
  readonly capabilities?: readonly string[] | undefined
}

export type DelegatedClient = {
  readonly appId: string
  readonly displayName: string
  /** `azpacr` or `appidacr`: `0` a public client, `1` a secret, `2` an assertion. */
  readonly credential: '0' | '1' | '2'
  /** The parent, where the client is an agent identity. */
  readonly blueprintAppId?: string | undefined
}
