import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { broken, changedBody } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

/** The refusals of one number, changed. */
export function refusalsOf(number: number, change: (body: Body) => Body): InProcessOptions {
  return changedBody(tokenPath, 400, (body) =>
    [body.error_codes].flat().includes(number) ? change(body) : body,
  )
}

function statusOf(number: number, status: number): InProcessOptions {
  return broken(tokenPath, async (answer) => {
    const text = await answer.text()
    const isMeant = text.includes(`"error_codes":[${number}]`)
    return new Response(text, isMeant ? { status, headers: answer.headers } : answer)
  })
}

const without = (name: string) => (body: Body) =>
  Object.fromEntries(Object.entries(body).filter(([member]) => member !== name))
const challengeAs = (change: (claims: string) => unknown) => (body: Body) =>
  'claims' in body ? { ...body, claims: change(String(body.claims)) } : body
const mfa = ['ACCESS-POLICY-MFA']
const block = ['ACCESS-POLICY-BLOCK']

/** Refusals of Conditional Access that a client cannot act on. */
export const accessAnswersWrong: readonly BrokenProvider[] = [
  { name: 'a challenge has no claims', breaks: mfa, options: refusalsOf(50076, without('claims')) },
  {
    name: 'a challenge has its claims as an object',
    breaks: mfa,
    options: refusalsOf(
      50076,
      challengeAs((claims) => JSON.parse(claims)),
    ),
  },
  {
    name: 'a challenge has its claims in base64, as an API hands them on',
    breaks: mfa,
    options: refusalsOf(
      50076,
      challengeAs((claims) => Buffer.from(claims).toString('base64')),
    ),
  },
  {
    name: 'a challenge names the policy as polids',
    breaks: mfa,
    options: refusalsOf(
      50076,
      challengeAs((claims) => claims.replace('capolids', 'polids')),
    ),
  },
  {
    name: 'a challenge is about an id_token',
    breaks: mfa,
    options: refusalsOf(
      50076,
      challengeAs((claims) => claims.replace('access_token', 'id_token')),
    ),
  },
  {
    name: 'a challenge does not say what a person has to do',
    breaks: mfa,
    options: refusalsOf(50076, without('suberror')),
  },
  {
    name: 'a challenge asks for consent',
    breaks: mfa,
    options: refusalsOf(50076, (body) => ({ ...body, suberror: 'consent_required' })),
  },
  {
    name: 'a challenge is answered with 401',
    breaks: mfa,
    options: statusOf(50076, 401),
  },
  {
    name: 'a challenge is an invalid_grant',
    breaks: mfa,
    options: refusalsOf(50076, (body) => ({ ...body, error: 'invalid_grant' })),
  },
  {
    name: 'a challenge leads to no page',
    breaks: mfa,
    options: refusalsOf(50076, without('error_uri')),
  },
  {
    name: 'whoever is blocked is asked for a second factor',
    breaks: block,
    options: refusalsOf(53003, (body) => ({ ...body, suberror: 'basic_action' })),
  },
  {
    name: 'whoever is blocked is not told by which policy',
    breaks: block,
    options: refusalsOf(53003, without('claims')),
  },
  {
    name: 'whoever is blocked is answered with 403',
    breaks: block,
    options: statusOf(53003, 403),
  },
  {
    name: 'whoever is blocked is told first by which policy',
    breaks: block,
    options: refusalsOf(53003, ({ claims, ...body }) => ({ claims, ...body })),
  },
  {
    name: 'a refusal for want of consent names no policy',
    breaks: ['CONSENT-CHALLENGE'],
    options: refusalsOf(65001, without('claims')),
  },
  {
    name: 'a refusal for want of consent names a policy that does not apply',
    breaks: ['CONSENT-CHALLENGE'],
    options: refusalsOf(65001, (body) => ({ claims: '{"access_token":{}}', ...body })),
  },
]
