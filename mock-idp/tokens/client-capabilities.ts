import { graphAppId, type Resource } from '../directory/resource.ts'
import type { Claims } from './minting.ts'

/** The client can handle a claims challenge, so that its tokens may live long: they are revoked by one. */
const handlesChallenges = 'cp1'

/**
 * `xms_cc`, in the tokens of Microsoft Graph and of resources that list it as an optional claim
 * (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export function capabilityClaims(
  { appId, optionalClaims }: Pick<Resource, 'appId' | 'optionalClaims'>,
  capabilities: readonly string[] = [],
): Claims {
  const isShown = appId === graphAppId || optionalClaims.includes('xms_cc')
  return isShown && capabilities.length > 0 ? { xms_cc: capabilities } : {}
}

/** Whether Continuous Access Evaluation guards a token: of the resources here only Microsoft Graph does it. */
export function isGuardedContinuously(
  { appId }: Pick<Resource, 'appId'>,
  capabilities: readonly string[],
): boolean {
  return appId === graphAppId && capabilities.includes(handlesChallenges)
}
