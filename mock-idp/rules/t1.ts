import { assertionStandards, captured, documented, inferred } from './evidence.ts'
import { type IssuerSignature, noKey, noMatch, otherCase } from './federation-prose.ts'
import { refusals } from './refusals.ts'
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

/** What Entra checks of T1 when an agent identity presents it. */
const documentedCheck = documented(
  'MicrosoftDocs/entra-docs docs/agent-id/agent-on-behalf-of-oauth-flow.md (2026-07): azp of T1 is the parent blueprint, and its sub leads to the agent identity',
)

const otherSubject = ({ subject, expectedSubject }: Redemption) =>
  `No matching federated identity record found for presented assertion subject '${subject}'. Please make sure the federated identity credential Subject is '${expectedSubject}'.`

/** In the order of enforcement: a list for each look at a request. */
export const t1Rules = {
  issuer: refusals<Redemption>([
    {
      id: 'T1-ISSUER',
      title: 'An agent identity redeems T1 at its own tenant, which issued it',
      aadsts: 700211,
      message: ({ issuer }) => noMatch('issuer', issuer),
      evidence: captured(
        'microsoft/entrabot engineering-history/research/hard-won-learnings.md, 12',
      ),
      assumed: ['status'],
      broken: ({ issuerIsThisTenant }) => !issuerIsThisTenant,
    },
  ]),
  signature: refusals<IssuerSignature>([
    {
      id: 'T1-KEY',
      title: 'T1 is signed with a key that the tenant publishes',
      aadsts: 7000272,
      message: noKey,
      evidence: assertionStandards.signature,
      answerEvidence: inferred('the same number is reported for federated tokens of other issuers'),
      broken: ({ keyFound }) => !keyFound,
    },
    {
      id: 'T1-SIGNATURE',
      title: 'T1 has a valid signature',
      aadsts: 7000274,
      message: () => 'The client assertion contains an invalid signature.',
      evidence: assertionStandards.signature,
      answerEvidence: inferred(
        'a third party reports this number for federated tokens of other issuers',
      ),
      broken: ({ keyFound, signatureValid }) => keyFound && !signatureValid,
    },
  ]),
  claims: refusals<Redemption>([
    {
      id: 'T1-AUDIENCE',
      title: 'T1 is a token for the token exchange resource',
      aadsts: 700212,
      message: ({ audience }) => noMatch('audience', audience),
      evidence: assertionStandards.audience,
      answerEvidence: inferred('the same refusal is captured for ordinary federated tokens'),
      broken: ({ audienceIsExchange }) => !audienceIsExchange,
    },
    {
      id: 'T1-SUBJECT',
      title: 'The subject of T1 names an agent identity',
      aadsts: 700213,
      message: ({ subject }) => noMatch('subject', subject),
      evidence: documentedCheck,
      answerEvidence: inferred('the same refusal is captured for ordinary federated tokens'),
      broken: ({ subjectNamesAnAgent }) => !subjectNamesAnAgent,
    },
    {
      id: 'T1-PARENT',
      title: 'T1 comes from the blueprint of the agent identity that redeems it',
      aadsts: 7002137,
      message: otherSubject,
      evidence: documentedCheck,
      answerEvidence: inferred(
        'captured for another subject of the /eid1 family, github.com/microsoft/Agents/issues/202',
      ),
      broken: ({ subjectNamesAnAgent, blueprintIsParent }) =>
        subjectNamesAnAgent && !blueprintIsParent,
    },
    {
      id: 'T1-AGENT-CASE',
      title: 'T1 names the agent identity in lower case, as the directory does',
      aadsts: 7002138,
      message: otherCase,
      evidence: inferred(
        'captures show fmi_path verbatim in the subject; case-sensitive matching is captured for ordinary federated tokens, github.com/Azure/login/issues/517',
      ),
      broken: ({ agentIsClient, agentIsClientIgnoringCase }) =>
        !agentIsClient && agentIsClientIgnoringCase,
    },
    {
      id: 'T1-AGENT',
      title: 'Only the agent identity that T1 names can redeem it',
      aadsts: 7002137,
      message: otherSubject,
      evidence: documentedCheck,
      answerEvidence: inferred(
        'captured for another subject of the /eid1 family, github.com/microsoft/Agents/issues/202',
      ),
      broken: ({ subjectNamesAnAgent, agentIsClient, agentIsClientIgnoringCase }) =>
        subjectNamesAnAgent && !agentIsClient && !agentIsClientIgnoringCase,
    },
  ]),
  time: refusals<ValidityFacts>([
    {
      id: 'T1-START',
      title: 'An agent identity cannot redeem T1 before its start',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: assertionStandards.start,
      answerEvidence: inferred('the same refusal is captured for ordinary assertions'),
      broken: ({ started }) => !started,
    },
    {
      id: 'T1-EXPIRED',
      title: 'An agent identity cannot redeem T1 after its expiry',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: assertionStandards.expiry,
      answerEvidence: inferred('the same refusal is captured for ordinary assertions'),
      broken: ({ expired }) => expired,
    },
  ]),
}
