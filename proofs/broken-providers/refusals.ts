import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { broken, changedBody, changedHeader } from '../broken-answers.ts'
import { anyPath, tokenPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

function status(from: number, to: number): InProcessOptions {
  return broken(tokenPath, async (answer) => {
    if (answer.status !== from) return answer
    return new Response(await answer.text(), { status: to, headers: answer.headers })
  })
}

type Body = Readonly<Record<string, unknown>>
const refusal = (change: (body: Body) => Body) => changedBody(anyPath, 400, change)
const traceHeader = 'x-ms-request-id'

/** Refusals with another status, other members or none. */
export const refusalsWrong: readonly BrokenProvider[] = [
  {
    name: 'a refused request is answered with 200',
    breaks: ['CRED-SECRET', 'T1-AGENT'],
    options: status(401, 200),
  },
  {
    name: 'an unproved client is answered with 400',
    breaks: ['CRED-SECRET'],
    options: status(401, 400),
  },
  {
    name: 'a malformed request is answered with 401',
    breaks: ['REQ-GRANT-TYPE', 'REQ-SCOPE'],
    options: status(400, 401),
  },
  {
    name: 'a malformed request is answered with 500',
    breaks: ['REQ-CLIENT-ID'],
    options: status(400, 500),
  },
  {
    name: 'every refusal is an invalid_grant',
    breaks: ['CRED-SECRET', 'REQ-SCOPE'],
    options: refusal((body) => ({ ...body, error: 'invalid_grant' })),
  },
  {
    name: 'a refusal names no number',
    breaks: ['ERROR-BODY'],
    options: refusal(({ error_codes: _, ...body }) => body),
  },
  {
    name: 'the numbers of a refusal are text',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({ ...body, error_codes: [body.error_codes].flat().map(String) })),
  },
  {
    name: 'the number of a refusal stands alone',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({ ...body, error_codes: [body.error_codes].flat()[0] })),
  },
  {
    name: 'a refusal names another number',
    breaks: ['CRED-SECRET', 'T1-AGENT'],
    options: refusal((body) => ({ ...body, error_codes: [50000] })),
  },
  {
    name: 'a refusal has no description',
    breaks: ['ERROR-BODY'],
    options: refusal(({ error_description: _, ...body }) => body),
  },
  {
    name: 'the description of a refusal does not begin with its number',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({
      ...body,
      error_description: String(body.error_description).replace(/^AADSTS\d+: /, ''),
    })),
  },
  {
    name: 'a refusal is dated as ISO 8601 has it',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({
      ...body,
      timestamp: String(body.timestamp).replace(' ', 'T'),
    })),
  },
  {
    name: 'a refusal names no trace',
    breaks: ['ERROR-BODY', 'ERROR-TRACE'],
    options: refusal(({ trace_id: _, ...body }) => body),
  },
  {
    name: 'a refusal names no correlation id',
    breaks: ['ERROR-CORRELATION'],
    options: refusal(({ correlation_id: _, ...body }) => body),
  },
  {
    name: 'the header of an answer names another trace than its body',
    breaks: ['ERROR-TRACE'],
    options: changedHeader(tokenPath, traceHeader, '00000000-0000-4000-8000-000000000000'),
  },
  {
    name: 'a refusal holds a member that nobody knows',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({ ...body, hint: 'another secret' })),
  },
  {
    name: 'answers of the token endpoint may be cached for a minute',
    breaks: ['ERROR-CACHE'],
    options: changedHeader(tokenPath, 'cache-control', 'private, max-age=60'),
  },
  {
    name: 'the token endpoint does not name the rule that was broken',
    breaks: ['TOOL-RULE'],
    options: changedHeader(tokenPath, 'x-mock-rule', ''),
  },
]
