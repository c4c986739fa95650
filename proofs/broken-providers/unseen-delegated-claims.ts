import { readJwt } from '../../wire/jwt.ts'
import { type Claims, isAgentUser, isIdToken, isOfUser } from '../token-kinds.ts'
import { saidTo, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asks,
  asksAgentUser,
  asksOnBehalf,
  asksRefresh,
  userToken,
  value,
} from './delegated-provider.ts'

type About = (asked: TokenRequest, claims: Claims) => boolean
const graph: About = (_, { ver }) => ver === '1.0'
const api: About = (_, { ver }) => ver === '2.0'
const access: About = (_, claims) => isOfUser(claims)
const all =
  (...tests: readonly About[]): About =>
  (asked, claims) =>
    tests.every((test) => test(asked, claims))
const onBehalf = all(asksOnBehalf, access)
const agentUser = all(asksAgentUser, access)
const refreshed = all(asksRefresh, access)
const without = (name: string) => () => ({ [name]: undefined })
const text = (claim: unknown) => String(claim)
const outliving = (_: Claims, asked: TokenRequest) => ({ exp: Number(userToken(asked).exp) + 600 })
const facetsWithout = (claim: unknown, facet: string) =>
  text(claim)
    .split(' ')
    .map((one) => (one === facet ? '40' : one))
    .join(' ')

/** What tokens about users claim wrongly, each for some requests only. */
export const unseenDelegatedClaims: readonly BrokenProvider[] = [
  {
    name: 'a token on behalf of a user for an API names the blueprint as its client',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(onBehalf, api), (_, asked) => ({ azp: userToken(asked).aud })),
  },
  {
    name: 'a Graph token on behalf of a user names the client of the user as its own',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, graph), (claims, asked) => ({
      appid: userToken(asked).azp ?? userToken(asked).appid ?? claims.appid,
    })),
  },
  {
    name: 'a token on behalf of a user for an API has the object id of the agent',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(onBehalf, api), ({ azp }) => ({ oid: azp })),
  },
  {
    name: 'the token of an agent user for an API has the object id of the agent',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(agentUser, api), ({ azp }) => ({ oid: azp })),
  },
  {
    name: 'the token of an agent user calls itself by the object id of the user',
    breaks: ['TOKEN-AGENT-USER'],
    options: saidTo(all(agentUser, graph), ({ oid }) => ({ upn: oid, unique_name: oid })),
  },
  {
    name: 'a renewed token is no longer marked as that of a user',
    breaks: ['TOKEN-REFRESH'],
    options: saidTo(all(refreshed, graph), () => ({ idtyp: 'app' })),
  },
  {
    name: 'a renewed token of an agent user is that of a person',
    breaks: ['TOKEN-REFRESH', 'TOKEN-AGENT-USER'],
    options: saidTo(
      all(refreshed, graph, (_, claims) => isAgentUser(claims)),
      ({ xms_sub_fct }) => ({ xms_sub_fct: facetsWithout(xms_sub_fct, '13') }),
    ),
  },
  {
    name: 'a person for whom an agent acts is marked as an agent user',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, graph), () => ({ xms_sub_fct: '3 13' })),
  },
  {
    name: 'an agent is no agent in the tokens that it gets by naming permissions',
    breaks: ['TOKEN-OBO'],
    options: saidTo(
      all(onBehalf, graph, (asked) => !value(asked, 'scope').includes('.default')),
      ({ xms_act_fct }) => ({ xms_act_fct: facetsWithout(xms_act_fct, '11') }),
    ),
  },
  {
    name: 'the token of an agent user names the agent as its own parent',
    breaks: ['TOKEN-AGENT-USER'],
    options: saidTo(all(agentUser, graph), ({ appid }) => ({ xms_par_app_azp: appid })),
  },
  {
    name: 'a token on behalf of a user for an API is of a session of its own',
    breaks: ['TOKEN-SESSION'],
    options: saidTo(all(onBehalf, api), () => ({ sid: crypto.randomUUID() })),
  },
  {
    name: 'a renewed token is of a new session',
    breaks: ['TOKEN-SESSION', 'TOKEN-REFRESH'],
    options: saidTo(refreshed, () => ({ sid: crypto.randomUUID() })),
  },
  {
    name: 'the id_token on behalf of a user is of another session than the token beside it',
    breaks: ['TOKEN-SESSION'],
    options: saidTo(
      all(asksOnBehalf, (_, claims) => isIdToken(claims)),
      () => ({ sid: crypto.randomUUID() }),
    ),
  },
  {
    name: 'the sessions of all people of an agent are one',
    breaks: ['TOKEN-SESSION'],
    options: saidTo(onBehalf, ({ appid, azp }) => ({ sid: appid ?? azp })),
  },
  {
    name: 'the subject of an agent user is the same at every resource',
    breaks: ['TOKEN-PAIRWISE'],
    options: saidTo(agentUser, ({ oid }) => ({
      sub: Buffer.from(text(oid)).toString('base64url'),
    })),
  },
  {
    name: 'the subject of a person is another one in each token',
    breaks: ['TOKEN-PAIRWISE'],
    options: saidTo(onBehalf, ({ uti }) => ({ sub: `${uti}${uti}`.slice(0, 43) })),
  },
  {
    name: 'the people of one agent share a subject',
    breaks: ['TOKEN-PAIRWISE', 'TOKEN-OBO'],
    options: saidTo(onBehalf, ({ appid, azp, aud }) => ({
      sub: Buffer.from(`${appid ?? azp}${aud}`)
        .toString('base64url')
        .slice(0, 43),
    })),
  },
  {
    name: 'the subject of a person at an API is the object id',
    breaks: ['TOKEN-PAIRWISE'],
    options: saidTo(all(onBehalf, api), ({ oid }) => ({ sub: oid })),
  },
  {
    name: 'the subject of a renewed token is another one',
    breaks: ['TOKEN-REFRESH', 'TOKEN-PAIRWISE'],
    options: saidTo(refreshed, ({ uti }) => ({ sub: `${uti}${uti}`.slice(0, 43) })),
  },
  {
    name: 'a token on behalf of a user says how the user is called at the blueprint, not at the agent',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, graph), (_, asked) => ({
      xms_st: { sub: userToken(asked).sub },
    })),
  },
  {
    name: 'everybody for whom an agent acts has signed in with a second factor',
    breaks: ['TOKEN-OBO', 'TOKEN-SESSION'],
    options: saidTo(all(onBehalf, graph), () => ({ amr: ['pwd', 'mfa'] })),
  },
  {
    name: 'a token on behalf of a user for an API outlives the token of the user',
    breaks: ['TOKEN-OBO-LIFETIME'],
    options: saidTo(all(onBehalf, api), outliving),
  },
  {
    name: 'a token on behalf of a user outlives the token of the user where it can be renewed',
    breaks: ['TOKEN-OBO-LIFETIME'],
    options: saidTo(all(onBehalf, asks('offline_access')), outliving),
  },
  {
    name: 'the scopes of a token name offline_access',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(all(access, asks('offline_access')), ({ scp }) => ({
      scp: `${scp} offline_access`,
    })),
  },
  {
    name: 'the scopes of an agent user at an API are a list',
    breaks: ['TOKEN-USER-API', 'TOKEN-TYPES'],
    options: saidTo(all(agentUser, api), ({ scp }) => ({ scp: text(scp).split(' ') })),
  },
  {
    name: 'the scopes of a renewed token are separated by commas',
    breaks: ['TOKEN-REFRESH', 'TOKEN-SCOPES'],
    options: saidTo(refreshed, ({ scp }) => ({ scp: text(scp).replaceAll(' ', ',') })),
  },
  {
    name: 'a token on behalf of a user has the roles of the agent too',
    breaks: ['TOKEN-OBO', 'TOKEN-SCOPES'],
    options: saidTo(all(onBehalf, graph), () => ({ roles: ['User.Read.All'] })),
  },
  {
    name: 'the token of an agent user for an API has the roles of the agent too',
    breaks: ['TOKEN-USER-API', 'TOKEN-SCOPES'],
    options: saidTo(all(agentUser, api), () => ({ roles: ['Orders.Read'] })),
  },
  {
    name: 'a token on behalf of a user keeps the scopes of the token of the user',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(onBehalf, ({ scp }, asked) => ({ scp: `${scp} ${userToken(asked).scp}` })),
  },
  {
    name: 'a token on behalf of a user names what was asked for, granted or not',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(all(onBehalf, graph), ({ scp }) => ({ scp: `${scp} Mail.Send` })),
  },
  {
    name: 'the token of an agent user for an API is of version 1',
    breaks: ['TOKEN-USER-API', 'TOKEN-FORM'],
    options: saidTo(all(agentUser, api), ({ tid, azp, azpacr, preferred_username }) => ({
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
    breaks: ['TOKEN-USER-API', 'TOKEN-FORM'],
    options: saidTo(all(onBehalf, api), ({ tid }) => ({ iss: `https://sts.windows.net/${tid}/` })),
  },
  {
    name: 'a token on behalf of a user bears the name of the agent',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, graph), ({ app_displayname }) => ({ name: app_displayname })),
  },
  {
    name: 'a token on behalf of a user calls the client by the name of the user',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, graph), ({ name }) => ({ app_displayname: name })),
  },
  {
    name: 'a token on behalf of a user says that its client has no credential',
    breaks: ['TOKEN-CREDENTIAL', 'TOKEN-OBO'],
    options: saidTo(all(onBehalf, graph), () => ({ appidacr: '0' })),
  },
  {
    name: 'a renewed token says that its client used a secret',
    breaks: ['TOKEN-CREDENTIAL', 'TOKEN-REFRESH'],
    options: saidTo(refreshed, ({ ver }) => (ver === '1.0' ? { appidacr: '1' } : { azpacr: '1' })),
  },
  {
    name: 'an agent user is a Global Administrator',
    breaks: ['TOKEN-AGENT-USER'],
    options: saidTo(all(agentUser, graph), () => ({
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
    options: saidTo(all(onBehalf, api), without('xms_par_app_azp')),
  },
  {
    name: 'an API learns unasked that an agent user is none of a person',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(
      all(agentUser, api, (_, { idtyp }) => idtyp === undefined),
      () => ({ xms_sub_fct: '3 13' }),
    ),
  },
  {
    name: 'the facet of a person comes without a decoy',
    breaks: ['TOKEN-FACETS'],
    options: saidTo(all(onBehalf, graph), () => ({ xms_sub_fct: '3' })),
  },
  {
    name: 'the token of an agent user starts in ten minutes',
    breaks: ['TOKEN-LIFETIME', 'TOKEN-AGENT-USER'],
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
    options: saidTo(all(agentUser, api), () => ({ aud: 'https://graph.microsoft.com' })),
  },
]

function secondPerson() {
  const first = new Map<unknown, Claims>()
  return saidTo(all(onBehalf, graph), (claims) => {
    const known = first.get(claims.tid) ?? claims
    first.set(claims.tid, known)
    return { upn: known.upn, unique_name: known.unique_name, name: known.name }
  })
}

function secondAgent() {
  const first = new Map<unknown, unknown>()
  return saidTo(all(onBehalf, graph), ({ tid, appid }, { form }) => {
    const t1 = readJwt(form.get('client_assertion') ?? '')?.claims
    const key = `${tid} ${t1?.azp}`
    if (!first.has(key)) first.set(key, appid)
    return { appid: first.get(key) }
  })
}
