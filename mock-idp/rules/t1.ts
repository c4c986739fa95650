import { captured, inferred } from './evidence.ts'
import { noKey, noMatch, otherCase } from './federation-prose.ts'
import type { RefusalRule } from './rule.ts'
import { outsideTimeRange, type ValidityFacts } from './validity.ts'

type Redemption = {
  readonly issuer: string
  readonly audience: string
  readonly subject: string
  readonly expectedSubject: string
  readonly issuerIsThisTenant: boolean
  readonly audienceIsExchange: boolean
  readonly subjectNamesAnAgent: boolean
  readonly blueprintIsParent: boolean
  readonly agentIsClient: boolean
  readonly agentIsClientIgnoringCase: boolean
}
type Signature = {
  readonly keyId: string
  readonly issuer: string
  readonly keyFound: boolean
  readonly signatureValid: boolean
}

const otherSubject = ({ subject, expectedSubject }: Redemption) =>
  `No matching federated identity record found for presented assertion subject '${subject}'. Please make sure the federated identity credential Subject is '${expectedSubject}'.`

export const t1IssuerIsThisTenant: RefusalRule<Redemption> = {
  kind: 'refusal',
  id: 'T1-ISSUER',
  title: 'T1 is redeemed at the tenant that issued it, the tenant of the agent identity',
  error: 'invalid_client',
  aadsts: 700211,
  status: 401,
  message: ({ issuer }) => noMatch('issuer', issuer),
  evidence: captured('microsoft/entrabot engineering-history/research/hard-won-learnings.md, 12'),
  assumed: ['status'],
  broken: ({ issuerIsThisTenant }) => !issuerIsThisTenant,
}

export const t1KeyIsPublished: RefusalRule<Signature> = {
  kind: 'refusal',
  id: 'T1-KEY',
  title: 'T1 is signed with a key that the tenant publishes',
  error: 'invalid_client',
  aadsts: 7000272,
  status: 401,
  message: noKey,
  hasErrorPage: true,
  evidence: inferred('the same number is reported for federated tokens of other issuers'),
  broken: ({ keyFound }) => !keyFound,
}

export const t1SignatureIsValid: RefusalRule<Signature> = {
  kind: 'refusal',
  id: 'T1-SIGNATURE',
  title: 'The signature of T1 verifies',
  error: 'invalid_client',
  aadsts: 7000274,
  status: 401,
  message: () => 'The client assertion contains an invalid signature.',
  evidence: inferred('a third party reports this number for federated tokens of other issuers'),
  broken: ({ keyFound, signatureValid }) => keyFound && !signatureValid,
}

export const t1AudienceIsExchange: RefusalRule<Redemption> = {
  kind: 'refusal',
  id: 'T1-AUDIENCE',
  title: 'T1 is a token for the token exchange resource',
  error: 'invalid_client',
  aadsts: 700212,
  status: 401,
  message: ({ audience }) => noMatch('audience', audience),
  evidence: inferred('the same refusal is captured for ordinary federated tokens'),
  broken: ({ audienceIsExchange }) => !audienceIsExchange,
}

export const t1SubjectNamesAnAgent: RefusalRule<Redemption> = {
  kind: 'refusal',
  id: 'T1-SUBJECT',
  title: 'T1 names an agent identity in its subject',
  error: 'invalid_client',
  aadsts: 700213,
  status: 401,
  message: ({ subject }) => noMatch('subject', subject),
  evidence: inferred('the same refusal is captured for ordinary federated tokens'),
  broken: ({ subjectNamesAnAgent }) => !subjectNamesAnAgent,
}

export const t1BlueprintIsParent: RefusalRule<Redemption> = {
  kind: 'refusal',
  id: 'T1-PARENT',
  title: 'T1 comes from the blueprint of the agent identity that redeems it',
  error: 'invalid_client',
  aadsts: 7002137,
  status: 401,
  message: otherSubject,
  evidence: inferred(
    'captured for another subject of the /eid1 family, github.com/microsoft/Agents/issues/202',
  ),
  broken: ({ subjectNamesAnAgent, blueprintIsParent }) => subjectNamesAnAgent && !blueprintIsParent,
}

export const t1AgentCaseMatches: RefusalRule<Redemption> = {
  kind: 'refusal',
  id: 'T1-AGENT-CASE',
  title: 'T1 names the agent identity in lower case, as the directory does',
  error: 'invalid_client',
  aadsts: 7002138,
  status: 401,
  message: otherCase,
  evidence: inferred(
    'captures show fmi_path verbatim in the subject; case-sensitive matching is captured for ordinary federated tokens, github.com/Azure/login/issues/517',
  ),
  broken: ({ agentIsClient, agentIsClientIgnoringCase }) =>
    !agentIsClient && agentIsClientIgnoringCase,
}

export const t1AgentIsClient: RefusalRule<Redemption> = {
  kind: 'refusal',
  id: 'T1-AGENT',
  title: 'T1 is redeemed only by the agent identity it names',
  error: 'invalid_client',
  aadsts: 7002137,
  status: 401,
  message: otherSubject,
  evidence: inferred(
    'captured for another subject of the /eid1 family, github.com/microsoft/Agents/issues/202',
  ),
  broken: ({ subjectNamesAnAgent, agentIsClient, agentIsClientIgnoringCase }) =>
    subjectNamesAnAgent && !agentIsClient && !agentIsClientIgnoringCase,
}

export const t1HasStarted: RefusalRule<ValidityFacts> = {
  kind: 'refusal',
  id: 'T1-START',
  title: 'T1 is not redeemed before its start',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: outsideTimeRange,
  hasErrorPage: true,
  evidence: inferred('the same refusal is captured for ordinary assertions'),
  broken: ({ started }) => !started,
}

export const t1HasNotExpired: RefusalRule<ValidityFacts> = {
  kind: 'refusal',
  id: 'T1-EXPIRED',
  title: 'T1 is not redeemed after its expiry',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: outsideTimeRange,
  hasErrorPage: true,
  evidence: inferred('the same refusal is captured for ordinary assertions'),
  broken: ({ expired }) => expired,
}

/** In the order of enforcement. */
export const t1Rules = [
  t1IssuerIsThisTenant,
  t1KeyIsPublished,
  t1SignatureIsValid,
  t1AudienceIsExchange,
  t1SubjectNamesAnAgent,
  t1BlueprintIsParent,
  t1AgentCaseMatches,
  t1AgentIsClient,
  t1HasStarted,
  t1HasNotExpired,
] satisfies readonly RefusalRule[]
