import { changedBody } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import { always, holdsForADay, isT1, said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

const secondsMore = (claim: unknown, seconds: number) => Number(claim) + seconds

/** Tokens that hold too long, too shortly, or not for as long as is said. */
export const lifetimesWrong: readonly BrokenProvider[] = [
  {
    name: 'tokens hold for a day',
    breaks: ['TOKEN-LIFETIME'],
    options: said(always, ({ exp }) => ({ exp: secondsMore(exp, 82_800) })),
  },
  {
    name: 'T1 holds for five minutes less',
    breaks: ['TOKEN-LIFETIME'],
    options: said(isT1, ({ exp }) => ({ exp: secondsMore(exp, -300) })),
  },
  {
    name: 'tokens have no start',
    breaks: ['TOKEN-LIFETIME'],
    options: said(always, () => ({ nbf: undefined })),
  },
  {
    name: 'tokens start when they are issued',
    breaks: ['TOKEN-LIFETIME'],
    options: said(always, ({ iat, nbf }) => ({
      iat: secondsMore(iat, 300),
      nbf: secondsMore(nbf, 300),
    })),
  },
  {
    name: 'the token of a managed identity holds for an hour',
    breaks: ['MI-TOKEN'],
    options: said(holdsForADay, ({ exp }) => ({ exp: secondsMore(exp, -82_800) })),
  },
  {
    name: 'expires_in is the whole hour',
    breaks: ['TOKEN-ANSWER'],
    options: changedBody(tokenPath, 200, (body) => ({ ...body, expires_in: 3600 })),
  },
  {
    name: 'expires_in is longer than the token holds',
    breaks: ['TOKEN-ANSWER'],
    options: changedBody(tokenPath, 200, (body) => ({ ...body, expires_in: 86_399 })),
  },
  {
    name: 'expires_in is text',
    breaks: ['TOKEN-ANSWER'],
    options: changedBody(tokenPath, 200, (body) => ({ ...body, expires_in: '3599' })),
  },
  {
    name: 'ext_expires_in is missing',
    breaks: ['TOKEN-ANSWER'],
    options: changedBody(tokenPath, 200, ({ ext_expires_in: _, ...body }) => body),
  },
  {
    name: 'the type of a token is missing',
    breaks: ['TOKEN-ANSWER'],
    options: changedBody(tokenPath, 200, ({ token_type: _, ...body }) => body),
  },
]
