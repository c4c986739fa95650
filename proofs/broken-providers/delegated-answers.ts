import { changedBody, encode } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import { isIdToken, isOfUser, isOfUserForApi, nobody, said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { about } from './delegated-tokens.ts'

type Body = Readonly<Record<string, unknown>>
const without = (name: string) => () => ({ [name]: undefined })
const answerOfUser = (change: (body: Body) => Body) =>
  changedBody(tokenPath, 200, (body) => ('scope' in body ? change(body) : body))

/** Answers about users that hold something else than was asked for or granted. */
export const delegatedAnswersWrong: readonly BrokenProvider[] = [
  about(
    'an answer about a user does not name what was granted',
    'TOKEN-USER-ANSWER',
    changedBody(tokenPath, 200, ({ scope: _, ...body }) => body),
  ),
  about(
    'an answer holds a refresh token that nobody asked for',
    'TOKEN-USER-ANSWER',
    answerOfUser((body) => ({ ...body, refresh_token: `1.A${'x'.repeat(90)}` })),
  ),
  about(
    'a refresh token is a JWT',
    'TOKEN-USER-ANSWER',
    answerOfUser((body) =>
      'refresh_token' in body
        ? { ...body, refresh_token: `${encode({ alg: 'RS256' })}.${encode({})}.c2ln` }
        : body,
    ),
  ),
  about(
    'an id_token is for Microsoft Graph',
    'TOKEN-USER-ANSWER',
    said(isIdToken, () => ({ aud: 'https://graph.microsoft.com' })),
  ),
  about(
    'an id_token is about the agent identity',
    'TOKEN-USER-ANSWER',
    said(isIdToken, ({ aud }) => ({ oid: aud })),
  ),
  about(
    'client_info names somebody else',
    'TOKEN-USER-ANSWER',
    answerOfUser((body) =>
      'client_info' in body
        ? { ...body, client_info: encode({ uid: nobody, utid: nobody }) }
        : body,
    ),
  ),
  about(
    'a token about a user lacks the scopes of OpenID Connect',
    'TOKEN-SCOPES',
    said(isOfUser, ({ scp }) => ({
      scp: String(scp).replace(/\b(openid|profile|email) ?/g, ''),
    })),
  ),
  about(
    'a token about a user names offline_access',
    'TOKEN-SCOPES',
    said(isOfUser, ({ scp }) => ({ scp: `${scp} offline_access` })),
  ),
  about(
    'a token about a user names .default in place of the scopes',
    'TOKEN-SCOPES',
    said(isOfUser, () => ({ scp: 'openid profile email .default' })),
  ),
  about(
    'the scopes of a token are spelled as they were asked for',
    'TOKEN-SCOPES',
    said(isOfUser, ({ scp }) => ({ scp: String(scp).toLowerCase() })),
  ),
  about(
    'a custom API learns the parent of the agent of a user unasked',
    'TOKEN-USER-API',
    said(isOfUserForApi, () => ({ xms_par_app_azp: nobody })),
  ),
  about(
    'a custom API that asks does not learn that a user is an agent user',
    'TOKEN-USER-API',
    said(isOfUserForApi, without('xms_sub_fct')),
  ),
]
