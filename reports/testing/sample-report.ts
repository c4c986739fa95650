import { countStatuses } from '../count-statuses.ts'
import type { CheckReport, ConformanceReport, SubjectReport } from '../report.ts'
import { check, checkIds, story } from './sample-checks.ts'
import { emptyToken, obtained, t1OfAnother, throttledForAll } from './sample-stories.ts'

/** What a client library calls itself may be anything. */
export const hostileName = '<script>alert("x")</script> & *client* | `x`'

const noted = story({
  title: 'The endpoint of the managed identity is asked again',
  status: 'noted',
  reason: 'asked 3 times for 1 token',
})
const coalescing = story({
  title: 'Ten callers at once',
  status: 'warning',
  findings: [
    {
      check: 'CONCURRENT-SHARED',
      severity: 'SHOULD',
      message: 'Each of 10 callers sent a request of its own.',
      expected: '1 request for T1',
      actual: '10 requests for T1',
    },
  ],
})
const crashed = story({
  title: 'A caller learns why the client got no T1',
  status: 'error',
  reason: 'the adapter ended with status 1: TypeError: error.response is undefined',
})

const msalNode = client('msal-node', '7.2.1', 'node', [
  check('CONCURRENT-SHARED', 'warning', [coalescing]),
  check('RETRY-PER-AGENT', 'failed', [throttledForAll, story({ title: 'Throttling ends' })]),
  check('ANSWER-WITHOUT-TOKEN', 'failed', [emptyToken]),
  check(
    'INPUT-BLANK',
    'expected failure',
    [story({ title: 'An empty fmi_path', status: 'expected failure', reason: 'msal-js#8614' })],
    'listed in expected-failures.yaml: msal-js#8614',
  ),
  check('MANAGED-IDENTITY-ONCE', 'noted', [noted]),
])

const openidClient = client('openid-client', '6.8.9', 'node', [
  check('CACHE-REUSE', 'skipped', [], 'the client declares no cache'),
  check(
    'MANAGED-IDENTITY-ONCE',
    'skipped',
    [],
    'the client declares no credential managedIdentity',
  ),
])

const broken: SubjectReport = {
  ...client('contoso-agents', '0.3.0-beta', 'python', [
    check('CACHE-PER-AGENT', 'failed', [t1OfAnother]),
    check('FAILURE-DETAILS', 'error', [crashed], 'the adapter ended with status 1'),
    check('LOG-SECRETS', 'failed', [
      story({
        title: 'Nothing secret is printed',
        status: 'failed',
        findings: [
          {
            check: 'LOG-SECRETS',
            severity: 'MUST',
            message: `The secret is on stderr\u0007, beside ${hostileName}`,
            expected: 'no secret',
            actual: 'client_secret=***',
          },
        ],
      }),
    ]),
    check('CONCURRENT-SHARED', 'warning', [coalescing]),
  ]),
  problems: ['expected-failures.yaml lists RETRY-AFTER, which passes now: remove the entry'],
  notJudged: ['the redirect impersonate: this run uses authority'],
}

/** Three clients: a good one, a good one with two bugs, a bad one. */
export const sampleReport: ConformanceReport = {
  format: 'agentid-conformance-report/1',
  tool: { name: 'agentid-conformance', version: '0.1.0' },
  startedAt: '2026-11-17T09:30:00.000Z',
  durationSeconds: 12.4,
  target: { kind: 'server', authorityHost: 'https://localhost:8443' },
  subjects: [msalNode, openidClient, broken],
}

/** A run that judged an identity provider. */
export const providerReport: ConformanceReport = {
  ...sampleReport,
  target: { kind: 'live', authorityHost: 'https://login.microsoftonline.com' },
  subjects: [
    {
      ...client('the identity provider', '', '', [
        check(
          'RETRY-AFTER',
          'observed',
          [{ ...obtained, status: 'observed' }],
          'answered 400 instead of 401',
        ),
      ]),
      kind: 'identity provider',
      version: undefined,
      language: undefined,
      verdict: 'conforms',
    },
  ],
}

/** A client that keeps every rule but those given. */
function client(
  name: string,
  version: string,
  language: string,
  remarkable: readonly CheckReport[],
): SubjectReport {
  const checks = checkIds.map(
    (id) => remarkable.find((one) => one.id === id) ?? check(id, 'passed', [obtained]),
  )
  const counts = countStatuses(checks)
  const verdict = counts.failed > 0 ? 'does not conform' : 'conforms'
  return {
    kind: 'client',
    name,
    version,
    language,
    verdict,
    counts,
    checks,
    problems: [],
    notJudged: [],
  }
}
