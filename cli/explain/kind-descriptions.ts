import type { TokenKind } from './token-kind.ts'

/** What each kind is, and what it is good for. */
export const kindDescriptions: Readonly<Record<TokenKind, string>> = {
  t1: 'T1, the exchange token of step 1: a token of the blueprint that names one agent identity. It is good for one thing: the agent identity presents it as client_assertion.',
  t2: 'T2: the token of an agent identity for the token exchange. It is the user_federated_identity_credential of the user_fic grant, and no API accepts it.',
  'managed-identity':
    'A managed identity token for the token exchange, to judge by its lifetime of a day: the blueprint presents it as client_assertion to get T1.',
  'other-exchange':
    'A token for the token exchange that is neither T1 nor T2: its subject names no agent identity and it carries no agent facet.',
  agent: 'The token of an agent identity that acts for itself (autonomous flow).',
  'agent-without-claims':
    'An app-only token whose client, object and subject are one id, which captures show for agent identities. The claims that mark an agent are not in it.',
  'agent-for-user': 'The token of an agent identity that acts on behalf of a user.',
  'agent-user': "The token of an agent identity that acts through its agent's user account.",
  blueprint:
    "A blueprint's own token for Microsoft Graph: its roles are those of making agent identities.",
  application:
    'An app-only token that does not mark an agent: of an ordinary application, of a managed identity or of a blueprint itself (its Graph token looks like theirs).',
  user: "A user's token: an application acts for a user, and no agent is marked.",
  'client-assertion':
    'A client assertion: a client signed it with its certificate to prove itself at the token endpoint. Entra did not issue it.',
  unknown: 'A JWT in which this tool recognizes no kind of Entra token.',
}
