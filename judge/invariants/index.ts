import {
  credentialOfAgentUser,
  grantOfAgentUser,
  kindOfName,
  noExpiredT2,
  noT2AsToken,
  oneNameOfUser,
  t2OfThisAgent,
} from './agent-users.ts'
import { idOfItsOwn, kindOfThumbprint, orderOfChain } from './assertion-identity.ts'
import {
  audienceOfAssertion,
  claimsOfAssertion,
  headerOfAssertion,
  lifetimeOfAssertion,
  membersOfHeader,
  nothingExpired,
  thumbprintOfAssertion,
} from './assertions.ts'
import { noCredentialElsewhere, noStrangeHost, noT1AsBearer } from './contacts.ts'
import { noCredentialInUrl, noMissingValues, oneCredential } from './credentials.ts'
import {
  clientOfExchange,
  credentialOfExchange,
  unchangedAssertion,
  useOfExchange,
} from './exchanges.ts'
import type { Invariant } from './invariant.ts'
import { fmiPath, grantOfAgents, scopeOfTheLeg, t1OfThisAgent } from './legs.ts'
import { audienceOfManagedIdentity } from './managed-identity.ts'
import { expiryOfToken, nothingTold, tokenOfTheCaller } from './outcomes.ts'
import {
  credentialOfRenewal,
  noFallback,
  noPersonTokenElsewhere,
  permissionsOfThePerson,
  renewalOfThePerson,
  tokenOfThePerson,
} from './people.ts'
import { oneTenant } from './tenants.ts'

/** The rules for every request, in every scenario and in every observed program. */
export const invariants: readonly Invariant[] = [
  fmiPath,
  t1OfThisAgent,
  scopeOfTheLeg,
  grantOfAgents,
  oneTenant,
  oneCredential,
  noMissingValues,
  noCredentialInUrl,
  audienceOfAssertion,
  headerOfAssertion,
  membersOfHeader,
  claimsOfAssertion,
  lifetimeOfAssertion,
  thumbprintOfAssertion,
  nothingExpired,
  audienceOfManagedIdentity,
  tokenOfTheCaller,
  expiryOfToken,
  nothingTold,
  noStrangeHost,
  noCredentialElsewhere,
  noT1AsBearer,
  idOfItsOwn,
  kindOfThumbprint,
  orderOfChain,
  clientOfExchange,
  credentialOfExchange,
  useOfExchange,
  unchangedAssertion,
  grantOfAgentUser,
  credentialOfAgentUser,
  t2OfThisAgent,
  oneNameOfUser,
  kindOfName,
  noExpiredT2,
  noT2AsToken,
  tokenOfThePerson,
  renewalOfThePerson,
  permissionsOfThePerson,
  noFallback,
  noPersonTokenElsewhere,
  credentialOfRenewal,
]
