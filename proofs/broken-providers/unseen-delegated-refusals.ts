import type { TokenRequest } from '../token-requests.ts'
import { answering, type Body } from './answering.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { asksAgentUser, asksDelegated, asksOnBehalf, asksRefresh } from './delegated-provider.ts'

type Test = (asked: TokenRequest) => boolean
const has = (code: number) => (asked: TokenRequest, body: Body) =>
  asksDelegated(asked) && Array.isArray(body.error_codes) && body.error_codes[0] === code
const refusedTo = (test: Test) => (asked: TokenRequest, body: Body) =>
  test(asked) && body.error !== undefined
const same = (body: Body) => body

/** Refusals of the delegated flows with a wrong form. */
export const unseenDelegatedRefusals: readonly BrokenProvider[] = [
  {
    name: 'a missing consent is refused without its suberror',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), ({ suberror: _, ...body }) => body),
  },
  {
    name: 'a missing consent of an agent user is refused with another suberror',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(
      (asked, body) => has(65001)(asked, body) && asksAgentUser(asked),
      (body) => ({ ...body, suberror: 'basic_action' }),
    ),
  },
  {
    name: 'a missing consent is refused as interaction_required',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), (body) => ({ ...body, error: 'interaction_required' })),
  },
  {
    name: 'a missing consent is refused with 401',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), same, { status: 401 }),
  },
  {
    name: 'a missing consent is refused with 200',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), same, { status: 200 }),
  },
  {
    name: 'the number of a missing consent is a text',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(has(65001), (body) => ({ ...body, error_codes: ['65001'] })),
  },
  {
    name: 'a missing consent is refused with claims that are an object',
    breaks: ['ERROR-BODY'],
    options: answering(has(65001), (body) => ({
      ...body,
      claims: { access_token: { capolids: { essential: true } } },
    })),
  },
  {
    name: 'a missing consent where a token is renewed is refused as invalid_request',
    breaks: ['CONSENT-DELEGATED'],
    options: answering(
      (asked, body) => has(65001)(asked, body) && asksRefresh(asked),
      (body) => ({ ...body, error: 'invalid_request' }),
    ),
  },
  {
    name: 'a bad token of the user makes the provider fail',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: answering(has(50013), (body) => ({ ...body, error: 'server_error' }), { status: 500 }),
  },
  {
    name: 'a bad token of the user is a bad client',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: answering(has(50013), (body) => ({ ...body, error: 'invalid_client' }), {
      status: 401,
    }),
  },
  {
    name: 'the token of an application is refused as invalid_grant',
    breaks: ['OBO-ASSERTION-USER'],
    options: answering(has(7000114), (body) => ({ ...body, error: 'invalid_grant' })),
  },
  {
    name: 'a user principal name as user_id is a bad request',
    breaks: ['USERFIC-USER-ID-GUID'],
    options: answering(has(50000), (body) => ({ ...body, error: 'invalid_request' })),
  },
  {
    name: 'an unknown refresh token is a bad client',
    breaks: ['REFRESH-KNOWN'],
    options: answering(has(70000), (body) => ({ ...body, error: 'invalid_client' }), {
      status: 401,
    }),
  },
  {
    name: 'refusals to agent users have no time',
    breaks: ['ERROR-BODY'],
    options: answering(refusedTo(asksAgentUser), ({ timestamp: _, ...body }) => body),
  },
  {
    name: 'refusals on behalf of users have no trace',
    breaks: ['ERROR-BODY'],
    options: answering(refusedTo(asksOnBehalf), ({ trace_id: _, ...body }) => body),
  },
  {
    name: 'refusals of refresh tokens may be kept',
    breaks: ['ERROR-CACHE'],
    options: answering(refusedTo(asksRefresh), same, {
      headers: { 'cache-control': 'private', pragma: '' },
    }),
  },
  {
    name: 'refusals on behalf of users name another correlation id',
    breaks: ['ERROR-CORRELATION'],
    options: answering(refusedTo(asksOnBehalf), (body) => ({
      ...body,
      correlation_id: crypto.randomUUID(),
    })),
  },
  {
    name: 'every refusal on behalf of a user says that consent is required',
    breaks: ['ERROR-BODY'],
    options: answering(refusedTo(asksOnBehalf), (body) => ({
      ...body,
      suberror: 'consent_required',
    })),
  },
]
