import { readJwt } from '../../wire/jwt.ts'
import { encode } from '../broken-answers.ts'
import { type Claims, isIdToken } from '../token-kinds.ts'
import { assertionClaims, saidTo, type TokenRequest } from '../token-requests.ts'
import { answering, type Body } from './answering.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asks,
  asksAgentUser,
  asksDelegated,
  asksOnBehalf,
  asksRefresh,
  value,
} from './delegated-provider.ts'

type Test = (asked: TokenRequest, body: Body) => boolean
const granted =
  (...tests: readonly Test[]): Test =>
  (asked, body) =>
    body.access_token !== undefined && tests.every((test) => test(asked, body))
const claimsIn = ({ access_token }: Body) => readJwt(String(access_token))?.claims ?? {}
const isForApi: Test = (_, body) => claimsIn(body).ver === '2.0'
const has =
  (name: string): Test =>
  (_, body) =>
    body[name] !== undefined
const same = (body: Body) => body
const inIdToken = (about: (asked: TokenRequest) => boolean, change: (claims: Claims) => Claims) =>
  saidTo((asked, claims) => about(asked) && isIdToken(claims), change)
/** With another signature. */
const tampered = (jwt: unknown) => {
  const [header, payload, signature = ''] = String(jwt).split('.')
  const other = signature.startsWith('A') ? 'B' : 'A'
  return `${header}.${payload}.${other}${signature.slice(1)}`
}

/** What stands wrong in an answer about a user, or beside it. */
export const unseenDelegatedAnswers: readonly BrokenProvider[] = [
  {
    name: 'the id_token of an agent user is for the blueprint',
    breaks: ['TOKEN-USER-ANSWER'],
    options: saidTo(
      (asked, claims) => asksAgentUser(asked) && isIdToken(claims),
      (_, asked) => ({ aud: assertionClaims(asked.form.get('client_assertion')).azp }),
    ),
  },
  {
    name: 'the id_token on behalf of a user is about the agent',
    breaks: ['TOKEN-USER-ANSWER'],
    options: inIdToken(asksOnBehalf, ({ aud }) => ({ oid: aud })),
  },
  {
    name: 'the id_token of an agent user is about the agent',
    breaks: ['TOKEN-USER-ANSWER'],
    options: inIdToken(asksAgentUser, ({ aud }) => ({ oid: aud })),
  },
  {
    name: 'the id_token of an agent user is of version 1',
    breaks: ['TOKEN-USER-ANSWER'],
    options: inIdToken(asksAgentUser, ({ tid }) => ({
      ver: '1.0',
      iss: `https://sts.windows.net/${tid}/`,
    })),
  },
  {
    name: 'the subject of an id_token is the object id of the user',
    breaks: ['TOKEN-PAIRWISE'],
    options: inIdToken(asksDelegated, ({ oid }) => ({ sub: oid })),
  },
  {
    name: 'an id_token has ended when it is issued',
    breaks: ['TOKEN-USER-ANSWER'],
    options: inIdToken(asksDelegated, ({ iat }) => ({ exp: Number(iat) + 60 })),
  },
  {
    name: 'an id_token is not signed',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(has('id_token')), (body) => ({
      ...body,
      id_token: `${encode({ alg: 'none', typ: 'JWT' })}.${String(body.id_token).split('.')[1]}.`,
    })),
  },
  {
    name: 'the signature of the id_token of an agent user is wrong',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksAgentUser, has('id_token')), (body) => ({
      ...body,
      id_token: tampered(body.id_token),
    })),
  },
  {
    name: 'the id_token is the access token again',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(has('id_token')), (body) => ({
      ...body,
      id_token: body.access_token,
    })),
  },
  {
    name: 'a renewal brings no id_token',
    breaks: ['TOKEN-REFRESH'],
    options: answering(granted(asksRefresh, has('id_token')), ({ id_token: _, ...body }) => body),
  },
  {
    name: 'the account of an agent user is that of the agent in client_info',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksAgentUser, has('client_info')), (body, asked) => ({
      ...body,
      client_info: encode({ uid: value(asked, 'client_id'), utid: asked.tenant }),
    })),
  },
  {
    name: 'the tenant and the user are swapped in client_info on behalf of a user',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksOnBehalf, has('client_info')), (body) => ({
      ...body,
      client_info: encode({ uid: claimsIn(body).tid, utid: claimsIn(body).oid }),
    })),
  },
  {
    name: 'client_info is JSON in itself',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(has('client_info')), (body) => ({
      ...body,
      client_info: JSON.parse(Buffer.from(String(body.client_info), 'base64url').toString()),
    })),
  },
  {
    name: 'a renewal brings no client_info',
    breaks: ['TOKEN-REFRESH'],
    options: answering(
      granted(asksRefresh, has('client_info')),
      ({ client_info: _, ...body }) => body,
    ),
  },
  {
    name: 'an answer on behalf of a user does not say what was granted',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksOnBehalf), ({ scope: _, ...body }) => body),
  },
  {
    name: 'a renewal does not say what was granted',
    breaks: ['TOKEN-REFRESH'],
    options: answering(granted(asksRefresh), ({ scope: _, ...body }) => body),
  },
  {
    name: 'what was granted to an agent user is a list',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksAgentUser), (body) => ({
      ...body,
      scope: String(body.scope).split(' '),
    })),
  },
  {
    name: 'an answer says that more was granted than the token names',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksDelegated), (body) => ({
      ...body,
      scope: `${body.scope} https://graph.microsoft.com/Mail.Send`,
    })),
  },
  {
    name: 'the scopes of an API are named as those of Graph',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksDelegated, isForApi), (body) => ({
      ...body,
      scope: String(body.scope).replace(/api:\/\/[^/]+/g, 'https://graph.microsoft.com'),
    })),
  },
  {
    name: 'an answer on behalf of a user brings a refresh token that nobody asked for',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(
      granted(asksOnBehalf, (asked) => !asks('offline_access')(asked)),
      (body) => ({ ...body, refresh_token: `1.A${'x'.repeat(120)}` }),
    ),
  },
  {
    name: 'an agent user gets no refresh token',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksAgentUser), ({ refresh_token: _, ...body }) => body),
  },
  {
    name: 'an answer without a refresh token says null',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksDelegated), (body) => ({ refresh_token: null, ...body })),
  },
  {
    name: 'the lifetime of a token on behalf of a user is a text',
    breaks: ['TOKEN-ANSWER-TYPES'],
    options: answering(granted(asksOnBehalf), (body) => ({
      ...body,
      expires_in: String(body.expires_in),
    })),
  },
  {
    name: 'an answer says an hour of a token that ends with the token of the user',
    breaks: ['TOKEN-ANSWER-LIFETIME'],
    options: answering(granted(asksOnBehalf), (body) => ({ ...body, expires_in: 3599 })),
  },
  {
    name: 'the type of a token on behalf of a user is N_A',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksOnBehalf), (body) => ({ ...body, token_type: 'N_A' })),
  },
  {
    name: 'the answer to an agent user is plain text',
    breaks: ['TOKEN-ANSWER-TYPES'],
    options: answering(granted(asksAgentUser), same, { headers: { 'content-type': 'text/plain' } }),
  },
  {
    name: 'an answer on behalf of a user may be kept',
    breaks: ['ERROR-CACHE'],
    options: answering(granted(asksOnBehalf), same, {
      headers: { 'cache-control': 'private, max-age=3599', pragma: '' },
    }),
  },
  {
    name: 'a renewal may be kept',
    breaks: ['ERROR-CACHE'],
    options: answering(granted(asksRefresh), same, {
      headers: { 'cache-control': 'private, max-age=3599', pragma: '' },
    }),
  },
  {
    name: 'the signature of a token on behalf of a user for an API is wrong',
    breaks: ['TOKEN-SIGNATURE'],
    options: answering(granted(asksOnBehalf, isForApi), (body) => ({
      ...body,
      access_token: tampered(body.access_token),
    })),
  },
  {
    name: 'the signature of a renewed token for an API is wrong',
    breaks: ['TOKEN-SIGNATURE'],
    options: answering(granted(asksRefresh, isForApi), (body) => ({
      ...body,
      access_token: tampered(body.access_token),
    })),
  },
  {
    name: 'an answer about a user repeats T1',
    breaks: ['TOKEN-USER-ANSWER'],
    options: answering(granted(asksDelegated), (body, asked) => ({
      ...body,
      debug: value(asked, 'client_assertion'),
    })),
  },
]
