import { idOfItsOwn, kindOfThumbprint, orderOfChain } from './assertion-identity.ts'
import {
  audienceOfAssertion,
  claimsOfAssertion,
  headerOfAssertion,
  membersOfHeader,
  nothingExpired,
  thumbprintOfAssertion,
} from './assertions.ts'
import { noCredentialElsewhere, noStrangeHost, noT1AsBearer } from './contacts.ts'
import { noCredentialInUrl, noMissingValues, oneCredential } from './credentials.ts'
import type { Invariant } from './invariant.ts'
import { fmiPath, scopeOfTheLeg, t1OfThisAgent } from './legs.ts'
import { nothingTold, tokenOfTheCaller } from './outcomes.ts'
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
  membersOfHeader,
  claimsOfAssertion,
  thumbprintOfAssertion,
  nothingExpired,
  tokenOfTheCaller,
  nothingTold,
  noStrangeHost,
  noCredentialElsewhere,
  noT1AsBearer,
  idOfItsOwn,
  kindOfThumbprint,
  orderOfChain,
]
