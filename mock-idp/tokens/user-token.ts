import type { User } from '../directory/person.ts'
import { appOnlyClaims, type Target } from './app-only-claims.ts'
import { facets } from './facets.ts'
import { graphClaims } from './graph-claims.ts'
import type { Claims, Minting } from './minting.ts'

/** The application through which a user calls the directory. */
export type UserAgent = { readonly appId: string; readonly displayName: string }

/**
 * A delegated token for Microsoft Graph: what a user was allowed through an application
 * (learn.microsoft.com/entra/identity-platform/access-token-claims-reference). The token endpoint issues none;
 * tests and the administrator of a tenant get them from the control API.
 */
export function userTokenClaims(
  minting: Minting,
  target: Target,
  user: User,
  { appId, displayName }: UserAgent,
  scopes: readonly string[],
  lifetimeSeconds: number,
): Claims {
  const party = {
    appId,
    oid: user.id,
    sub: user.id,
    displayName,
    credential: '1',
    roles: [],
  } as const
  const { appidacr: _, ...common } = appOnlyClaims(minting, target, party, lifetimeSeconds)
  return {
    ...common,
    ...graphClaims(minting, displayName),
    acct: 0,
    acr: '1',
    amr: ['pwd'],
    appidacr: '0',
    idtyp: 'user',
    name: user.displayName,
    scp: scopes.join(' '),
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
    wids: [ordinaryUser],
    xms_idrel: facets(['1'], minting.random),
  }
}

/** The role template that every user's token names (MicrosoftDocs/entra-docs permissions-reference.md). */
const ordinaryUser = 'b79fbf4d-3ef9-4689-8143-76b194e85509'
