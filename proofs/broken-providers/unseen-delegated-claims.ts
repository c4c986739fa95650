import { readJwt } from '../../wire/jwt.ts'
import { type Claims, isAgentUser } from '../token-kinds.ts'
import { saidTo } from '../token-requests.ts'
import {
  access,
  agentUser,
  all,
  forApi,
  forGraph,
  onBehalf,
  refreshed,
  text,
  without,
} from './about-users.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { userToken, value } from './delegated-provider.ts'

const facetsWithout = (claim: unknown, facet: string) =>
  text(claim)
    .split(' ')
    .map((one) => (one === facet ? '40' : one))
    .join(' ')

/** What tokens about users claim wrongly of their parties, each for some requests only. */
export const unseenDelegatedClaims: readonly BrokenProvider[] = [
  {
    name: 'a token on behalf of a user for an API names the blueprint as its client',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(onBehalf, forApi), (_, asked) => ({ azp: userToken(asked).aud })),
  },
  {
    name: 'a Graph token on behalf of a user names the client of the user as its own',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), (claims, asked) => ({
      appid: userToken(asked).azp ?? userToken(asked).appid ?? claims.appid,
    })),
  },
  {
    name: 'a token on behalf of a user for an API has the object id of the agent',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(onBehalf, forApi), ({ azp }) => ({ oid: azp })),
  },
  {
    name: 'the token of an agent user for an API has the object id of the agent',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(agentUser, forApi), ({ azp }) => ({ oid: azp })),
  },
  {
    name: 'the token of an agent user calls itself by the object id of the user',
    breaks: ['TOKEN-AGENT-USER'],
    options: saidTo(all(agentUser, forGraph), ({ oid }) => ({ upn: oid, unique_name: oid })),
  },
  {
    name: 'a renewed token is no longer marked as that of a user',
    breaks: ['TOKEN-REFRESH'],
    options: saidTo(all(refreshed, forGraph), () => ({ idtyp: 'app' })),
  },
  {
    name: 'a renewed token of an agent user is that of a person',
    breaks: ['TOKEN-REFRESH'],
    options: saidTo(
      all(refreshed, forGraph, (_, claims) => isAgentUser(claims)),
      ({ xms_sub_fct }) => ({ xms_sub_fct: facetsWithout(xms_sub_fct, '13') }),
    ),
  },
  {
    name: 'a person for whom an agent acts is marked as an agent user',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), () => ({ xms_sub_fct: '3 13' })),
  },
  {
    name: 'an agent is no agent in the tokens that it gets by naming permissions',
    breaks: ['TOKEN-OBO'],
    options: saidTo(
      all(onBehalf, forGraph, (asked) => !value(asked, 'scope').includes('.default')),
      ({ xms_act_fct }) => ({ xms_act_fct: facetsWithout(xms_act_fct, '11') }),
    ),
  },
  {
    name: 'the token of an agent user names the agent as its own parent',
    breaks: ['TOKEN-AGENT-USER'],
    options: saidTo(all(agentUser, forGraph), ({ appid }) => ({ xms_par_app_azp: appid })),
  },
  {
    name: 'the token of an agent user for an API is of version 1',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(agentUser, forApi), ({ tid, azp, azpacr, preferred_username }) => ({
      ver: '1.0',
      iss: `https://sts.windows.net/${tid}/`,
      appid: azp,
      appidacr: azpacr,
      azp: undefined,
      azpacr: undefined,
      upn: preferred_username,
      preferred_username: undefined,
    })),
  },
  {
    name: 'the version 2 token on behalf of a user names the version 1 issuer',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(onBehalf, forApi), ({ tid }) => ({
      iss: `https://sts.windows.net/${tid}/`,
    })),
  },
  {
    name: 'a token on behalf of a user bears the name of the agent',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), ({ app_displayname }) => ({ name: app_displayname })),
  },
  {
    name: 'a token on behalf of a user calls the client by the name of the user',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), ({ name }) => ({ app_displayname: name })),
  },
  {
    name: 'a token on behalf of a user says that its client has no credential',
    breaks: ['TOKEN-CREDENTIAL'],
    options: saidTo(all(onBehalf, forGraph), () => ({ appidacr: '0' })),
  },
  {
    name: 'a renewed token says that its client used a secret',
    breaks: ['TOKEN-CREDENTIAL'],
    options: saidTo(refreshed, ({ ver }) => (ver === '1.0' ? { appidacr: '1' } : { azpacr: '1' })),
  },
  {
    name: 'an agent user is a Global Administrator',
    breaks: ['TOKEN-AGENT-USER'],
    options: saidTo(all(agentUser, forGraph), () => ({
      wids: ['62e90394-69f5-4237-9190-012177145e10'],
    })),
  },
  {
    name: 'tokens about users are numbered from the session',
    breaks: ['TOKEN-UNIQUE'],
    options: saidTo(access, ({ sid, oid }) => ({
      uti: Buffer.from(`${sid ?? oid}`)
        .toString('base64url')
        .slice(0, 22),
    })),
  },
  {
    name: 'an API that asks for the parent does not learn it of an agent that acts for a person',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(onBehalf, forApi), without('xms_par_app_azp')),
  },
  {
    name: 'an API learns unasked that an agent user is none of a person',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(
      all(agentUser, forApi, (_, { idtyp }) => idtyp === undefined),
      () => ({ xms_sub_fct: '3 13' }),
    ),
  },
  {
    name: 'the facet of a person comes without a decoy',
    breaks: ['TOKEN-FACETS'],
    options: saidTo(all(onBehalf, forGraph), () => ({ xms_sub_fct: '3' })),
  },
  {
    name: 'the token of an agent user starts in ten minutes',
    breaks: ['TOKEN-LIFETIME'],
    options: saidTo(agentUser, ({ iat }) => ({ nbf: Number(iat) + 900 })),
  },
  {
    name: 'a token on behalf of a user says nothing of the tenant of the user',
    breaks: ['TOKEN-TENANT'],
    options: saidTo(onBehalf, without('tid')),
  },
  {
    name: 'the second person for whom an agent acts is called as the first',
    breaks: ['TOKEN-OBO'],
    options: secondPerson(),
  },
  {
    name: 'the token of the second agent that acts for a person names the first one',
    breaks: ['TOKEN-OBO'],
    options: secondAgent(),
  },
  {
    name: 'a custom API gets the token of an agent user as one for Graph',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(agentUser, forApi), () => ({ aud: 'https://graph.microsoft.com' })),
  },
]

function secondPerson() {
  const first = new Map<unknown, Claims>()
  return saidTo(all(onBehalf, forGraph), (claims) => {
    const known = first.get(claims.tid) ?? claims
    first.set(claims.tid, known)
    return { upn: known.upn, unique_name: known.unique_name, name: known.name }
  })
}

function secondAgent() {
  const first = new Map<unknown, unknown>()
  return saidTo(all(onBehalf, forGraph), ({ tid, appid }, { form }) => {
    const t1 = readJwt(form.get('client_assertion') ?? '')?.claims
    const key = `${tid} ${t1?.azp}`
    if (!first.has(key)) first.set(key, appid)
    return { appid: first.get(key) }
  })
}
