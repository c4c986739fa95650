import { isRefusalRule, rules } from '../../mock-idp/index.ts'
import { accessAnswersWrong } from './access-answers.ts'
import { accessClaimsWrong } from './access-claims.ts'
import { accessPoliciesMissed } from './access-policies.ts'
import { accessRequestsMisread } from './access-requests.ts'
import { assertionTypesTaken } from './assertion-types.ts'
import { assertionsWrong } from './assertions.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { cachesWrong } from './caches.ts'
import { claimsWrong } from './claims.ts'
import { claimsOfAKindWrong } from './claims-of-a-kind.ts'
import { claimsOfSomeWrong } from './claims-of-some.ts'
import { delegatedAnswersWrong } from './delegated-answers.ts'
import { delegatedRefusalsLeftOut } from './delegated-refusals.ts'
import { delegatedTenantsWrong } from './delegated-tenants.ts'
import { delegatedTokensWrong } from './delegated-tokens.ts'
import { devicesWrong } from './devices-wrong.ts'
import { directoryAnswersWrong } from './directory-answers.ts'
import { directoryFederationWrong } from './directory-federation.ts'
import { directoryObjectsWrong } from './directory-objects.ts'
import { directoryPeopleWrong } from './directory-people.ts'
import { leadingElsewhere } from './discovery.ts'
import { endpointAnswersWrong } from './endpoint-answers.ts'
import { ofEachFamily } from './families.ts'
import { takingForeignProofs } from './foreign-proofs.ts'
import { graphSignaturesWrong } from './graph-signatures.ts'
import { takingKeyed } from './keyed.ts'
import { knownClientsTaken } from './known-clients.ts'
import { assertionsTaken } from './lax-assertions.ts'
import { acceptingGarbage } from './leniency.ts'
import { lifetimesWrong } from './lifetimes.ts'
import { answersMalformed } from './malformed-answers.ts'
import { documentsMalformed } from './malformed-documents.ts'
import { managedIdentitiesWrong } from './managed-identities.ts'
import { requestsMisread } from './misread-requests.ts'
import { refusalsWrong } from './refusals.ts'
import { correctRequestsRefused } from './refusing-correct-requests.ts'
import { rolesOfOthersShown } from './roles-of-others.ts'
import { requestsServedWrongly } from './serving-requests.ts'
import { sharedNamesWrong } from './shared-names-wrong.ts'
import { signInsWrong } from './sign-ins-wrong.ts'
import { signaturesWrong } from './signatures.ts'
import { staleKeys } from './stale-keys.ts'
import { stepUpWrong } from './step-up-wrong.ts'
import { subjectsWrong } from './subjects.ts'
import { takingForgeries } from './tampered.ts'
import { unseenDelegated } from './unseen-delegated.ts'
import { unseenDirectory } from './unseen-directory.ts'
import { unseenGraph } from './unseen-graph.ts'
import { unseenPeople } from './unseen-people.ts'
import { unseenToken } from './unseen-token.ts'

const refusals = new Set(rules.filter(isRefusalRule).map(({ id }) => id))

/** Faults that show without power over the tenant: a live run must notice each, too. */
export const brokenTenants: readonly BrokenProvider[] = [
  ...graphSignaturesWrong,
  ...rolesOfOthersShown,
  ...staleKeys,
  ...endpointAnswersWrong,
  ...requestsServedWrongly,
  ...assertionTypesTaken,
  ...delegatedTenantsWrong,
]

/** The mock with one fault after another: a scenario of a rule that it breaks must notice each. */
export const brokenProviders: readonly BrokenProvider[] = [
  ...claimsWrong,
  ...subjectsWrong,
  ...signaturesWrong,
  ...lifetimesWrong,
  ...refusalsWrong,
  ...assertionsWrong,
  ...acceptingGarbage,
  ...takingForgeries,
  ...takingKeyed,
  ...takingForeignProofs,
  ...leadingElsewhere,
  ...directoryAnswersWrong,
  ...directoryObjectsWrong,
  ...ofEachFamily,
  ...directoryFederationWrong,
  ...directoryPeopleWrong,
  ...cachesWrong,
  ...claimsOfAKindWrong,
  ...claimsOfSomeWrong,
  ...knownClientsTaken,
  ...assertionsTaken,
  ...answersMalformed,
  ...documentsMalformed,
  ...managedIdentitiesWrong,
  ...requestsMisread,
  ...correctRequestsRefused,
  ...accessPoliciesMissed,
  ...accessAnswersWrong,
  ...accessClaimsWrong,
  ...accessRequestsMisread,
  ...sharedNamesWrong,
  ...signInsWrong,
  ...stepUpWrong,
  ...devicesWrong,
  ...unseenDirectory,
  ...delegatedTokensWrong,
  ...delegatedAnswersWrong,
  ...delegatedRefusalsLeftOut,
  ...brokenTenants,
  ...unseenToken,
  ...unseenDelegated,
  ...unseenGraph,
  ...unseenPeople,
]

/**
 * The first fault of each promise: what every change is tested with, beside each refusal waived (rule mutation).
 * A proof tries all.
 */
export const tellingProviders: readonly BrokenProvider[] = brokenProviders.filter(
  ({ breaks }, at) =>
    !breaks.every((id) => refusals.has(id)) &&
    brokenProviders.findIndex((one) => one.breaks.join() === breaks.join()) === at,
)
