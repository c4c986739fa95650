import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { broken, changedHeader } from './broken-answers.ts'
import { movedTo, userinfoPath } from './broken-device-promises.ts'
import { type Claims, isIdToken, said } from './token-kinds.ts'
import { readTokenRequest, saidTo, type TokenRequest } from './token-requests.ts'

export const authorizePath = /\/oauth2\/v2\.0\/authorize$/

type Body = Readonly<Record<string, unknown>>

/** Requests for tokens of somebody who signed in: with a code, for a device, or to renew them. */
const signInGrants: readonly string[] = [
  'authorization_code',
  'urn:ietf:params:oauth:grant-type:device_code',
  'refresh_token',
]
export const asksForSignIn = ({ form }: TokenRequest) =>
  signInGrants.includes(form.get('grant_type') ?? '')
export const asksToRenew = ({ form }: TokenRequest) => form.get('grant_type') === 'refresh_token'

/** Access tokens of people who signed in, otherwise. */
export const ofSignIn = (change: (claims: Claims, asked: TokenRequest) => Claims) =>
  saidTo((asked, claims) => asksForSignIn(asked) && !isIdToken(claims), change)
/** The id_tokens beside them, otherwise. */
export const besideSignIn = (change: (claims: Claims, asked: TokenRequest) => Claims) =>
  saidTo((asked, claims) => asksForSignIn(asked) && isIdToken(claims), change)
/** The id_tokens that come with a code, otherwise. */
export const withCode = (change: (claims: Claims) => Claims) =>
  said((claims) => 'c_hash' in claims, change)

/** Answers to people who signed in, with another body. */
export function answeredToSignIn(
  change: (body: Body, asked: TokenRequest) => Body,
  about: (asked: TokenRequest) => boolean = asksForSignIn,
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const asked = await readTokenRequest(request)
      const answer = await forward(request)
      if (!asked || !about(asked) || !answer.ok) return answer
      return Response.json(change((await answer.json()) as Body, asked), answer)
    },
  }
}

/** As if the request at a path had asked for something else. */
export function readOtherwise(
  path: RegExp,
  change: (query: URLSearchParams, request: Request) => void,
): InProcessOptions {
  return {
    intercept: (request, forward) => {
      const url = new URL(request.url)
      if (!path.test(url.pathname)) return forward(request)
      change(url.searchParams, request)
      return forward(new Request(url, request))
    },
  }
}

/** Every code is the one that the client got first. */
function sameCode(): InProcessOptions {
  let first: string | undefined
  return movedTo(authorizePath, (location) =>
    location.replace(/code=([^&#]*)/, (_, code: string) => {
      first ??= code
      return `code=${first}`
    }),
  )
}

/** How each promise about people who sign in is broken once. */
export const brokenPeoplePromises: Readonly<Record<string, InProcessOptions>> = {
  'AUTHORIZE-ANSWER': movedTo(authorizePath, (location) =>
    location.includes('error=') ? location : location.replace(/[?&]code=/, '#code='),
  ),
  'AUTHORIZE-ERROR-ANSWER': movedTo(authorizePath, (location) =>
    location.includes('error=') ? location.replace(/&state=[^&#]*/, '') : location,
  ),
  'AUTHORIZE-ASKS-AGAIN': readOtherwise(authorizePath, (query) => {
    if (query.get('prompt')?.includes('login')) query.delete('prompt')
  }),
  'AUTHORIZE-SPELLING': readOtherwise(authorizePath, (query) => {
    if (query.get('response_type') === 'id_token code') query.set('response_type', 'unknown')
  }),
  'SIGNIN-PAGE': changedHeader(authorizePath, 'cache-control', 'private'),
  'AUTHORIZE-CODE-UNIQUE': sameCode(),
  'SIGNIN-TOKEN': ofSignIn(({ sub }) => ({ oid: sub })),
  'SIGNIN-ANSWER': answeredToSignIn(({ id_token: _, ...body }) => body),
  'SIGNIN-ID-TOKEN': besideSignIn(() => ({ nonce: undefined })),
  'SIGNIN-ID-TOKEN-CODE': withCode(({ c_hash: hash }) => ({ c_hash: String(hash).slice(1) })),
  'SIGNIN-SUBJECT': besideSignIn(({ oid }) => ({ sub: oid })),
  'SIGNIN-SESSION': saidTo(asksToRenew, ({ uti }) => ({ sid: uti })),
  'SIGNIN-RENEWAL': answeredToSignIn(
    (body, { form }) => ({ ...body, refresh_token: form.get('refresh_token') }),
    asksToRenew,
  ),
  'CONSENT-OF-ONE': readOtherwise(authorizePath, (query, { method }) => {
    if (method === 'POST') query.set('scope', 'User.Read Mail.Read Calendars.Read')
  }),
  'CONSENT-OF-ALL': readOtherwise(/\/adminconsent$/, (query) => {
    if (query.has('role')) query.set('scope', 'openid')
    query.delete('role')
  }),
}

/** User information, otherwise. */
export const toldOfUser = (change: (body: Body) => Body) =>
  broken(userinfoPath, async (answer) =>
    answer.ok ? Response.json(change((await answer.json()) as Body), answer) : answer,
  )
