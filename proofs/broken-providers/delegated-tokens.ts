import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { isAgentUser, isOfUser, isOnBehalf, nobody, said } from '../token-kinds.ts'
import { assertionClaims, atTokenEndpoint, refused, saidTo } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { caching } from './wrong-grants.ts'

type Body = Readonly<Record<string, unknown>>
const without = (name: string) => () => ({ [name]: undefined })
const isRefresh = ({ form }: { readonly form: URLSearchParams }) =>
  form.get('grant_type') === 'refresh_token'

/** A refresh token serves once, as with providers that rotate them. */
function rotating(): InProcessOptions {
  const used = new Set<string>()
  return atTokenEndpoint(async (asked, pass) => {
    const token = asked.form.get('refresh_token')
    if (!token) return pass()
    if (used.has(token)) return refused(asked, 'invalid_grant', 70000, 400)
    used.add(token)
    return pass()
  })
}

export const about = (name: string, breaks: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [breaks],
  options,
})

const onBehalf: readonly BrokenProvider[] = [
  about(
    'a token on behalf of a person names the blueprint as its client in place of the agent',
    'TOKEN-OBO',
    said(isOnBehalf, ({ xms_par_app_azp }) => ({ appid: xms_par_app_azp })),
  ),
  about(
    'a token on behalf of a person is the own token of the agent identity',
    'TOKEN-OBO',
    said(isOnBehalf, ({ appid }) => ({ oid: appid })),
  ),
  about(
    'a token on behalf of a person is app-only',
    'TOKEN-OBO',
    said(isOnBehalf, () => ({ idtyp: 'app' })),
  ),
  about(
    'a token on behalf of a person hides that an agent acts',
    'TOKEN-OBO',
    said(isOnBehalf, () => ({ xms_act_fct: '3 9' })),
  ),
  about(
    'a person is shown as an agent user',
    'TOKEN-OBO',
    said(isOnBehalf, () => ({ xms_sub_fct: '3 13' })),
  ),
  about(
    'a token on behalf of a person lacks the blueprint',
    'TOKEN-OBO',
    said(isOnBehalf, without('xms_par_app_azp')),
  ),
  about(
    'a token on behalf of a person says that the agent used a secret',
    'TOKEN-OBO',
    said(isOnBehalf, () => ({ appidacr: '1' })),
  ),
  about(
    'a token on behalf of a person claims a second factor that nobody gave',
    'TOKEN-OBO',
    said(isOnBehalf, () => ({ amr: ['pwd', 'mfa'] })),
  ),
  about(
    'a token on behalf of a person does not say how the person signed in',
    'TOKEN-OBO',
    said(isOnBehalf, without('amr')),
  ),
  about(
    'two people share what one of them got',
    'TOKEN-OBO',
    caching(
      ({ form }) => form.has('assertion'),
      ({ form, tenant }) => `${tenant} ${form.get('client_id')} ${form.get('scope')}`,
    ),
  ),
  about(
    'a person who called again gets what the first call brought',
    'TOKEN-SESSION',
    caching(
      ({ form }) => form.has('assertion'),
      ({ form, tenant }) => `${tenant} ${assertionClaims(form.get('assertion')).oid}`,
    ),
  ),
  about(
    'a token on behalf of a person has no session',
    'TOKEN-SESSION',
    said(isOfUser, without('sid')),
  ),
  about(
    'a person has one subject everywhere',
    'TOKEN-PAIRWISE',
    saidTo(
      ({ form }) => form.has('assertion'),
      (_, { form }) => ({ sub: assertionClaims(form.get('assertion')).sub }),
    ),
  ),
  about(
    'a token on behalf of a person holds a minute longer than that of the person',
    'TOKEN-OBO-LIFETIME',
    saidTo(
      ({ form }) => form.has('assertion'),
      (_, { form }) => ({ exp: Number(assertionClaims(form.get('assertion')).exp) + 60 }),
    ),
  ),
  about(
    'a token on behalf of a person ends with that of the person, however long',
    'TOKEN-OBO-LIFETIME',
    saidTo(
      ({ form }) => form.has('assertion'),
      (_, { form }) => ({ exp: assertionClaims(form.get('assertion')).exp }),
    ),
  ),
]

const agentUsers: readonly BrokenProvider[] = [
  about(
    'a token of an agent user has the agent identity as its object',
    'TOKEN-AGENT-USER',
    said(isAgentUser, ({ appid }) => ({ oid: appid })),
  ),
  about(
    'a token of an agent user is like that of a person',
    'TOKEN-AGENT-USER',
    said(isAgentUser, () => ({ xms_sub_fct: '3 2' })),
  ),
  about(
    'an agent user signed in with a password',
    'TOKEN-AGENT-USER',
    said(isAgentUser, () => ({ amr: ['pwd'], acr: '1' })),
  ),
  about(
    'a token of an agent user lacks its name',
    'TOKEN-AGENT-USER',
    said(isAgentUser, without('upn')),
  ),
  about(
    'a token of an agent user ends with T2',
    'TOKEN-AGENT-USER',
    saidTo(
      ({ form }) => form.has('user_federated_identity_credential'),
      (_, { form }) => ({
        exp: assertionClaims(form.get('user_federated_identity_credential')).exp,
      }),
    ),
  ),
]

const renewals: readonly BrokenProvider[] = [
  about('a refresh token serves once', 'TOKEN-REFRESH', rotating()),
  about(
    'a renewed token belongs to a session of its own',
    'TOKEN-REFRESH',
    saidTo(isRefresh, () => ({ sid: nobody })),
  ),
  about(
    'a renewed token is of the agent identity alone',
    'TOKEN-REFRESH',
    saidTo(isRefresh, ({ appid }) => ({ oid: appid })),
  ),
  about(
    'a renewed token is of an ordinary application',
    'TOKEN-REFRESH',
    saidTo(isRefresh, without('xms_par_app_azp')),
  ),
  about(
    'an answer to a refresh token holds no new one',
    'TOKEN-REFRESH',
    atTokenEndpoint(async (asked, pass) => {
      const answer = await pass()
      if (!isRefresh(asked) || !answer.ok) return answer
      const { refresh_token: _, ...body } = (await answer.json()) as Body
      return Response.json(body, answer)
    }),
  ),
]

/** Tokens and answers about users that say something else than was granted. */
export const delegatedTokensWrong: readonly BrokenProvider[] = [
  ...onBehalf,
  ...agentUsers,
  ...renewals,
]
