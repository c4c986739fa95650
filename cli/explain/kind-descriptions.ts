import type { TokenKind } from './token-kind.ts'

/** What each kind is, and what it is good for. */
export const kindDescriptions: Readonly<Record<TokenKind, string>> = {
  t1: 'T1, the exchange token of step 1: a token of the blueprint that names one agent identity. It has one use: the agent identity presents it as client_assertion.',
  t2: 'T2: the token of an agent identity for the token exchange. It is the user_federated_identity_credential of the user_fic grant, and no API accepts it.',
  'managed-identity':
    'A managed identity token for the token exchange, judging by its lifetime of a day. The blueprint presents it as client_assertion to get T1.',
  'other-exchange':
    'A token for the token exchange that is neither T1 nor T2: its subject names no agent identity, and it has no agent facet.',
  agent: 'The token of an agent identity that acts for itself (autonomous flow).',
  'agent-without-claims':
    'An app-only token whose client, object and subject are one id, as captures show for agent identities. It lacks the claims that mark an agent.',
  'agent-for-user': 'The token of an agent identity that acts on behalf of a user.',
  'agent-user': "The token of an agent identity that acts through its agent's user account.",
  blueprint:
    "A blueprint's own token for Microsoft Graph: its roles allow it to create agent identities.",
  application:
    'An app-only token that does not mark an agent. It belongs to an ordinary application, to a managed identity or to a blueprint itself (whose Graph token looks the same).',
  user: "A user's token: an application acts for a user, and no claim marks an agent.",
  'client-assertion':
    'A client assertion: a client signed it with its certificate to prove itself at the token endpoint. Entra did not issue it.',
  unknown: 'A JWT that this tool does not recognize as a token of Entra.',
}
