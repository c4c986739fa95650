import { type Claims, isIdToken } from '../token-kinds.ts'
import { saidTo, type TokenRequest } from '../token-requests.ts'
import {
  access,
  agentUser,
  all,
  forApi,
  forGraph,
  onBehalf,
  refreshed,
  text,
} from './about-users.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { asks, asksOnBehalf, userToken } from './delegated-provider.ts'

const outliving = (_: Claims, asked: TokenRequest) => ({ exp: Number(userToken(asked).exp) + 600 })

/** What tokens about users claim wrongly of sessions, subjects, times and permissions. */
export const unseenDelegatedSessions: readonly BrokenProvider[] = [
  {
    name: 'a token on behalf of a user for an API is of a session of its own',
    breaks: ['TOKEN-SESSION'],
    options: saidTo(all(onBehalf, forApi), () => ({ sid: crypto.randomUUID() })),
  },
  {
    name: 'a renewed token is of a new session',
    breaks: ['TOKEN-SESSION'],
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
    breaks: ['TOKEN-PAIRWISE'],
    options: saidTo(onBehalf, ({ appid, azp, aud }) => ({
      sub: Buffer.from(`${appid ?? azp}${aud}`)
        .toString('base64url')
        .slice(0, 43),
    })),
  },
  {
    name: 'the subject of a person at an API is the object id',
    breaks: ['TOKEN-PAIRWISE'],
    options: saidTo(all(onBehalf, forApi), ({ oid }) => ({ sub: oid })),
  },
  {
    name: 'the subject of a renewed token is another one',
    breaks: ['TOKEN-PAIRWISE'],
    options: saidTo(refreshed, ({ uti }) => ({ sub: `${uti}${uti}`.slice(0, 43) })),
  },
  {
    name: 'a token on behalf of a user says how the user is called at the blueprint, not at the agent',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), (_, asked) => ({
      xms_st: { sub: userToken(asked).sub },
    })),
  },
  {
    name: 'everybody for whom an agent acts has signed in with a second factor',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), () => ({ amr: ['pwd', 'mfa'] })),
  },
  {
    name: 'a token on behalf of a user for an API outlives the token of the user',
    breaks: ['TOKEN-OBO-LIFETIME'],
    options: saidTo(all(onBehalf, forApi), outliving),
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
    breaks: ['TOKEN-TYPES'],
    options: saidTo(all(agentUser, forApi), ({ scp }) => ({ scp: text(scp).split(' ') })),
  },
  {
    name: 'the scopes of a renewed token are separated by commas',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(refreshed, ({ scp }) => ({ scp: text(scp).replaceAll(' ', ',') })),
  },
  {
    name: 'a token on behalf of a user has the roles of the agent too',
    breaks: ['TOKEN-OBO'],
    options: saidTo(all(onBehalf, forGraph), () => ({ roles: ['User.Read.All'] })),
  },
  {
    name: 'the token of an agent user for an API has the roles of the agent too',
    breaks: ['TOKEN-USER-API'],
    options: saidTo(all(agentUser, forApi), () => ({ roles: ['Orders.Read'] })),
  },
  {
    name: 'a token on behalf of a user keeps the scopes of the token of the user',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(onBehalf, ({ scp }, asked) => ({ scp: `${scp} ${userToken(asked).scp}` })),
  },
  {
    name: 'a token on behalf of a user names what was asked for, granted or not',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(all(onBehalf, forGraph), ({ scp }) => ({ scp: `${scp} Mail.Send` })),
  },
]
