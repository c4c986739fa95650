import type { CheckReport, CheckStatus, Story } from '../report.ts'
import { names } from './sample-requests.ts'

type Facts = Pick<CheckReport, 'title' | 'severity'> & {
  readonly evidence: NonNullable<CheckReport['evidence']>
}

const flow = 'MicrosoftDocs/entra-docs docs/agent-id/agent-autonomous-app-oauth-flow.md'

const catalogue: Readonly<Record<string, Facts>> = {
  'LEG-FMI-PATH': must(
    'A client sends the fmi_path of the agent identity once, with the request for T1',
    {
      kind: 'documented',
      source: flow,
    },
  ),
  'LEG-CREDENTIAL': must(
    'The blueprint credential obtains T1, and T1 alone obtains the agent token',
    {
      kind: 'documented',
      source: flow,
    },
  ),
  'SEND-ONE-CREDENTIAL': must('A token request carries exactly one credential', {
    kind: 'documented',
    source: 'RFC 6749 section 2.3',
  }),
  'CACHE-PER-AGENT': must('Each agent identity gets its own T1', {
    kind: 'third-party',
    source: 'github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  }),
  'CACHE-REUSE': {
    severity: 'SHOULD',
    title: 'A client reuses a token that is still valid',
    evidence: { kind: 'third-party', source: 'github.com/microsoft/teams.ts/pull/613' },
  },
  'CONCURRENT-SHARED': {
    severity: 'SHOULD',
    title: 'Simultaneous calls for the same token share one request',
    evidence: { kind: 'inferred', source: 'good practice; no text of Microsoft demands it' },
  },
  'RETRY-PER-AGENT': must('Throttling of one agent identity does not block another', {
    kind: 'inferred',
    source: 'good practice; no text of Microsoft demands it',
  }),
  'RETRY-AFTER': must('A client sends no request before Retry-After has passed', {
    kind: 'documented',
    source: 'RFC 9110 section 10.2.3',
  }),
  'ANSWER-WITHOUT-TOKEN': must('An answer without a token is an error', {
    kind: 'documented',
    source: 'RFC 6749 section 5',
  }),
  'INPUT-BLANK': must('A client refuses a blank agent identity before any request', {
    kind: 'third-party',
    source: 'github.com/microsoft/Agent365-Samples/issues/116',
  }),
  'FAILURE-DETAILS': must('An error names the OAuth error, its numbers and the correlation id', {
    kind: 'documented',
    source: 'learn.microsoft.com/entra/identity-platform/reference-error-codes',
  }),
  'LOG-SECRETS': must('No event or error contains a secret, assertion or token', {
    kind: 'third-party',
    source: 'github.com/microsoft/Agent365-Samples/issues/116',
  }),
  'MANAGED-IDENTITY-ONCE': {
    severity: 'INFO',
    title: 'A client calls the managed identity endpoint once for each T1',
    evidence: { kind: 'library', source: 'AzureAD/microsoft-identity-web' },
  },
}

export const checkIds = Object.keys(catalogue)

function must(title: string, evidence: Facts['evidence']): Facts {
  return { severity: 'MUST', title, evidence }
}

/** A rule of the sample, with the stories told about it. */
export function check(
  id: string,
  status: CheckStatus,
  stories: readonly Story[],
  reason?: string,
): CheckReport {
  const facts = catalogue[id]
  if (facts === undefined) throw new Error(`the sample has no rule ${id}`)
  return { id, ...facts, status, reason, stories }
}

/** A scenario that passed without a request worth showing, in the parts that are not given. */
export function story(given: Partial<Story> & Pick<Story, 'title'>): Story {
  return {
    feature: 'How a client handles an answer',
    file: 'features/client/answers.feature',
    line: 11,
    status: 'passed',
    reason: undefined,
    seconds: 0.21,
    steps: [],
    findings: [],
    requests: [],
    names,
    ...given,
  }
}
