import type { Minting } from './minting.ts'

/**
 * `sub` of a token about a person: the same for each pair of a person and an application, and another for every other
 * application (learn.microsoft.com/entra/identity-platform/access-token-claims-reference, "a pairwise identifier").
 */
export function pairwiseSubject(
  { platform, tenant }: Pick<Minting, 'platform' | 'tenant'>,
  userId: string,
  appId: string,
): Promise<string> {
  return platform.sha256(`${tenant.id} ${userId} ${appId}`)
}
