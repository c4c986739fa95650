import type { Directory } from '../cast/directory.ts'
import type { AgentName } from '../cast/names.ts'
import { assertionProof } from './proof.ts'
import { tokenRequest } from './token-requests.ts'
import type { WireRequest } from './wire-request.ts'

type Asked = {
  readonly client: AgentName
  readonly scope: string
  /** Proves the agent identity. */
  readonly t1: string
}

/** An agent identity asks for a token of its agent user, by a T1 and the token that it got for it, T2. */
export function agentUserRequest(
  directory: Directory,
  { t2, user, ...asked }: Asked & { readonly t2: string; readonly user: UserParameter },
): WireRequest {
  return delegatedRequest(directory, asked, 'user_fic', {
    user_federated_identity_credential: t2,
    ...user,
  })
}

/** Either parameter names the user. */
export type UserParameter = { readonly user_id: string } | { readonly username: string }

/** An agent identity asks for a token on behalf of a person, by a T1 and the token that the person got for the blueprint. */
export function onBehalfOfRequest(
  directory: Directory,
  { userAssertion, ...asked }: Asked & { readonly userAssertion: string },
): WireRequest {
  return delegatedRequest(directory, asked, 'urn:ietf:params:oauth:grant-type:jwt-bearer', {
    assertion: userAssertion,
    requested_token_use: 'on_behalf_of',
  })
}

function delegatedRequest(
  directory: Directory,
  { client, scope, t1 }: Asked,
  grantType: string,
  more: Readonly<Record<string, string>>,
): WireRequest {
  const request = tokenRequest(directory, { client, scope, proof: assertionProof(t1) })
  const others = request.parameters.filter(([name]) => name !== 'grant_type')
  const parameters = [...others, ['grant_type', grantType] as const, ...Object.entries(more)]
  return { ...request, parameters }
}
