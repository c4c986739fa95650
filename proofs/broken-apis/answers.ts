import { open, serving } from './broken-api.ts'

const challenge = 'context.header(\'WWW-Authenticate\', `Bearer error="${error.message}"`)'
const refusal = 'return context.json({ error: error.message }, error.status)'
const authorization = "context.req.header('authorization')"
const token = "context.req.header('authorization')?.split(' ')[1]"
const reads = 'const { oid, azp, appid }'

/** What the API reads besides its header, and what it answers. */
export const answersWrong = [
  serving('answers a call without a token with 403', 'API-CHALLENGE', [
    refusal,
    'return context.json({}, error.message === "invalid_request" ? 403 : error.status)',
  ]),
  serving(
    'answers a call without a token with 404',
    ['API-CHALLENGE', 'API-ENCODING', 'API-TRANSPORT'],
    [refusal, 'return context.json({}, error.message === "invalid_request" ? 404 : error.status)'],
  ),
  serving(
    'leads a call without a token to a page',
    ['API-CHALLENGE', 'API-ENCODING', 'API-TRANSPORT'],
    [
      refusal,
      'return error.message === "invalid_request" ? context.redirect("/health") : context.json({}, error.status)',
    ],
  ),
  serving('names no scheme', 'API-CHALLENGE', [challenge, '']),
  serving('names the scheme Basic', 'API-CHALLENGE', [
    challenge,
    "context.header('WWW-Authenticate', 'Basic realm=\"orders\"')",
  ]),
  serving(
    'serves a call without a token',
    ['API-CHALLENGE', 'API-TRANSPORT'],
    [reads, `if (!${authorization}) return context.json({ orders: [] })\n  ${reads}`],
  ),
  serving('takes a token from the query', 'API-TRANSPORT', [
    `checkCaller(${authorization})`,
    `checkCaller(${authorization} ?? 'Bearer ' + context.req.query('access_token'))`,
  ]),
  open(
    'wants Bearer with a capital letter',
    'API-SCHEME',
    ['$/i.exec', '$/.exec'],
    ['/^bearer', '/^Bearer'],
  ),
  open(
    'answers a token that it cannot read with 500',
    ['API-NO-CRASH', 'API-SIGNATURE'],
    ['await verified(token)', '(jose.decodeProtectedHeader(token), await verified(token))'],
  ),
  open(
    'answers a header that is none with 500',
    ['API-NO-CRASH', 'API-ENCODING'],
    [
      "if (token === undefined) throw new Refusal(401, 'invalid_request')",
      "if (token === undefined && authorization) throw new TypeError('no token')\n    if (token === undefined) throw new Refusal(401, 'invalid_request')",
    ],
  ),
  open('takes a long token for an error of its own', 'API-NO-CRASH', [
    'await verified(token)',
    "await (token.length > 10_000 ? Promise.reject(new RangeError('too long')) : verified(token))",
  ]),
  open(
    'breaks on a token of version 1',
    ['API-FORMS', 'API-ID-TOKEN'],
    [
      'mustBeAllowed(claims)\n    return',
      'claims.azp.toLowerCase()\n    mustBeAllowed(claims)\n    return',
    ],
  ),
  serving('shows a refused token in its answer', 'API-LEAK', [
    refusal,
    `return context.json({ token: ${token} }, error.status)`,
  ]),
  serving('shows a refused token in a header', 'API-LEAK', [
    challenge,
    `context.header('WWW-Authenticate', \`Bearer error="\${error.message}", error_description="\${${token}}"\`)`,
  ]),
  serving('shows the token in a good answer', 'API-LEAK', [
    'return context.json({ orders: [],',
    `return context.json({ token: ${token}, orders: [],`,
  ]),
  serving('writes every token', 'API-LEAK', [reads, `console.log(${authorization})\n  ${reads}`]),
  serving('writes refused tokens to stderr', 'API-LEAK', [
    refusal,
    `console.error(${token})\n  ${refusal}`,
  ]),
]
