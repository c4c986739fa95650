import type { Story } from '../report.ts'
import { story } from './sample-checks.ts'
import { agentSubject, billing, booking, redemption, t1Request } from './sample-requests.ts'

const retrying = { feature: 'What a client does when it is refused', seconds: 1.84 }
const caching = { feature: 'What a client caches', file: 'features/client/caching.feature' }

export const throttledForAll: Story = story({
  ...retrying,
  title: 'An agent identity gets its token while another is throttled',
  file: 'features/client/retrying.feature',
  line: 34,
  status: 'failed',
  steps: [
    { keyword: 'Given', text: 'the client under test acts for "Concierge"', status: 'passed' },
    {
      keyword: 'Given',
      text: 'the next request for T1 of "Booking" is answered with 429 and Retry-After 60',
      status: 'passed',
    },
    {
      keyword: 'When',
      text: 'the client under test gets a token for "Microsoft Graph" as "Booking"',
      status: 'passed',
    },
    {
      keyword: 'When',
      text: 'the client under test gets a token for "Microsoft Graph" as "Billing"',
      status: 'passed',
    },
    {
      keyword: 'Then',
      text: 'the client under test has a token for "Microsoft Graph" of "Billing"',
      status: 'failed',
    },
    { keyword: 'Then', text: '3 requests were received', status: 'skipped' },
  ],
  findings: [
    {
      check: 'RETRY-PER-AGENT',
      severity: 'MUST',
      message: 'After Booking was throttled, no request for Billing was sent.',
      expected: 'a request for T1 with the fmi_path of Billing',
      actual: 'no further request; the client reported "50196" on its own account',
      request: 1,
    },
  ],
  requests: [
    t1Request({
      sequence: 1,
      httpStatus: 429,
      stage: 'request',
      outcome: { fault: 429, description: 'answered 429 with Retry-After: 60' },
    }),
  ],
})

export const emptyToken: Story = story({
  title: 'A client reports an error when a redemption returns an empty object',
  line: 30,
  status: 'failed',
  seconds: 0.4,
  steps: [
    {
      keyword: 'Given',
      text: 'every redemption is answered with 200 and the body:\n{}',
      status: 'passed',
    },
    {
      keyword: 'When',
      text: 'the client under test gets a token for "Microsoft Graph" as "Booking"',
      status: 'passed',
    },
    { keyword: 'Then', text: 'the client under test reports an error', status: 'failed' },
  ],
  findings: [
    {
      check: 'ANSWER-WITHOUT-TOKEN',
      severity: 'MUST',
      message: 'The client handed out a token where the answer held none.',
      expected: 'an error',
      actual: 'success, with an access token of 0 characters',
      request: 2,
      clientId: booking,
    },
  ],
  requests: [
    t1Request({ sequence: 1 }),
    redemption({
      sequence: 2,
      seconds: 0.03,
      stage: 'request',
      outcome: { fault: 200, description: 'answered 200 with body {}' },
    }),
  ],
})

export const t1OfAnother: Story = story({
  ...caching,
  title: 'A second agent identity does not get the T1 of the first',
  line: 12,
  status: 'failed',
  seconds: 0.35,
  steps: [
    {
      keyword: 'Given',
      text: 'the client under test has a token for "Microsoft Graph" as "Booking"',
      status: 'passed',
    },
    {
      keyword: 'When',
      text: 'the client under test gets a token for "Microsoft Graph" as "Billing"',
      status: 'failed',
    },
    { keyword: 'Then', text: '4 requests were received', status: 'skipped' },
  ],
  findings: [
    {
      check: 'CACHE-PER-AGENT',
      severity: 'MUST',
      message: 'Billing presented the T1 of Booking.',
      expected: `sub ${agentSubject(billing)}`,
      actual: `sub ${agentSubject(booking)}`,
      request: 3,
      clientId: billing,
    },
  ],
  requests: [
    t1Request({ sequence: 1 }),
    redemption({ sequence: 2, seconds: 0.04 }),
    redemption(
      {
        sequence: 3,
        seconds: 0.09,
        httpStatus: 401,
        stage: 'credential',
        outcome: { refused: 'T1-AGENT', error: 'invalid_client', aadsts: 700213 },
      },
      billing,
      booking,
    ),
  ],
})

export const obtained: Story = story({
  ...caching,
  title: 'An agent identity obtains a token',
  requests: [t1Request({ sequence: 1 }), redemption({ sequence: 2, seconds: 0.02 })],
  steps: [
    {
      keyword: 'When',
      text: 'the client under test gets a token for "Microsoft Graph" as "Booking"',
      status: 'passed',
    },
    { keyword: 'Then', text: '2 requests were received', status: 'passed' },
  ],
})
