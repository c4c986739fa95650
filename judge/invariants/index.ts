import {
  audienceOfAssertion,
  claimsOfAssertion,
  headerOfAssertion,
  lifetimeOfAssertion,
  nothingExpired,
  thumbprintOfAssertion,
} from './assertions.ts'
import { noCredentialInUrl, noMissingValues, oneCredential } from './credentials.ts'
import type { Invariant } from './invariant.ts'
import { fmiPath, scopeOfTheLeg, t1OfThisAgent } from './legs.ts'
import { audienceOfManagedIdentity } from './managed-identity.ts'
import { expiryOfToken, noStrangeHost, nothingTold, tokenOfTheCaller } from './outcomes.ts'
import { oneTenant } from './tenants.ts'

/** The rules for every request, in every scenario and in every observed program. */
export const invariants: readonly Invariant[] = [
  fmiPath,
  t1OfThisAgent,
  scopeOfTheLeg,
  oneTenant,
  oneCredential,
  noMissingValues,
  noCredentialInUrl,
  audienceOfAssertion,
  headerOfAssertion,
  claimsOfAssertion,
  lifetimeOfAssertion,
  thumbprintOfAssertion,
  nothingExpired,
  audienceOfManagedIdentity,
  tokenOfTheCaller,
  expiryOfToken,
  nothingTold,
  noStrangeHost,
]
