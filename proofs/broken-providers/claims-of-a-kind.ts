import { createHash } from 'node:crypto'
import {
  type Claims,
  exchange,
  holdsForADay,
  isAgent,
  isForApi,
  isForResource,
  isOfBlueprint,
  isT1,
  isT2,
  nobody,
  said,
} from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** From the second time that the same party obtains such a token. */
function again(about: (claims: Claims) => boolean): (claims: Claims) => boolean {
  const seen = new Set<string>()
  return (claims) => {
    if (!about(claims)) return false
    const key = [claims.tid, claims.azp ?? claims.appid, claims.aud].join(' ')
    const isSeen = seen.has(key)
    seen.add(key)
    return isSeen
  }
}

const crypto = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Claims that are wrong in tokens of one kind, as other providers write them. */
export const claimsOfAKindWrong: readonly BrokenProvider[] = [
  {
    name: 'writes roles as text if there is one',
    breaks: ['TOKEN-ROLES', 'TOKEN-TYPES'],
    options: said(
      ({ roles }) => Array.isArray(roles) && roles.length === 1,
      ({ roles }) => ({ roles: (roles as readonly string[])[0] }),
    ),
  },
  {
    name: 'lists no roles as an empty list',
    breaks: ['TOKEN-ROLES', 'TOKEN-TYPES'],
    options: said(
      (claims) => isAgent(claims) && !('roles' in claims),
      () => ({ roles: [] }),
    ),
  },
  {
    name: 'gives a second agent identity the roles of the first',
    breaks: ['TOKEN-ROLES'],
    options: (() => {
      const roles = new Map<unknown, unknown>()
      return said(isAgent, (claims) => {
        if (claims.roles && !roles.has(claims.tid)) roles.set(claims.tid, claims.roles)
        return { roles: roles.get(claims.tid) ?? claims.roles }
      })
    })(),
  },
  {
    name: 'shows the roles of its blueprint in the tokens of an agent identity for an API',
    breaks: ['TOKEN-ROLES'],
    options: said(isForApi, ({ roles }) => ({
      roles: [...((roles as readonly string[] | undefined) ?? []), 'AgentIdentity.CreateAsManager'],
    })),
  },
  {
    name: 'writes audiences as a list of one',
    breaks: ['TOKEN-TYPES', 'TOKEN-AGENT', 'TOKEN-BLUEPRINT'],
    options: said(isForResource, ({ aud }) => ({ aud: [aud] })),
  },
  {
    name: 'writes versions as a number',
    breaks: ['TOKEN-TYPES', 'TOKEN-FORM'],
    options: said(isForResource, ({ ver }) => ({ ver: Number(ver) })),
  },
  {
    name: 'writes facets as a list',
    breaks: ['TOKEN-FACETS', 'TOKEN-TYPES'],
    options: said(isAgent, ({ xms_act_fct }) => ({ xms_act_fct: String(xms_act_fct).split(' ') })),
  },
  {
    name: 'writes the times of a token with fractions of a second',
    breaks: ['TOKEN-TYPES', 'TOKEN-LIFETIME'],
    options: said(isForResource, ({ iat, nbf, exp }) => ({
      iat: Number(iat) + 0.25,
      nbf: Number(nbf) + 0.25,
      exp: Number(exp) + 0.25,
    })),
  },
  {
    name: 'writes the times of T2 in milliseconds',
    breaks: ['TOKEN-LIFETIME', 'TOKEN-ANSWER-LIFETIME', 'TOKEN-TYPES'],
    options: said(isT2, ({ iat, exp, nbf }) => ({
      iat: Number(iat) * 1000,
      nbf: Number(nbf) * 1000,
      exp: Number(exp) * 1000,
    })),
  },
  {
    name: 'lets a token begin now, without five minutes for other clocks',
    breaks: ['TOKEN-LIFETIME'],
    options: said(isForResource, ({ iat, nbf }) => ({
      iat: Number(iat) + 300,
      nbf: Number(nbf) + 300,
    })),
  },
  {
    name: 'lets tokens of a second request hold for a day',
    breaks: ['TOKEN-LIFETIME', 'TOKEN-ANSWER-LIFETIME'],
    options: said(again(isForResource), ({ iat }) => ({ exp: Number(iat) + 86_700 })),
  },
  {
    name: 'writes local time into T1',
    breaks: ['TOKEN-LIFETIME', 'TOKEN-ANSWER-LIFETIME'],
    options: said(isT1, ({ exp }) => ({ exp: Number(exp) + 7200 })),
  },
  {
    name: 'writes .default as the scope of an application',
    breaks: ['TOKEN-APP-ONLY'],
    options: said(isOfBlueprint, () => ({ scp: '.default' })),
  },
  {
    name: 'names a user in the tokens of an agent identity',
    breaks: ['TOKEN-APP-ONLY'],
    options: said(isAgent, () => ({ upn: 'admin@contoso.example', name: 'Admin' })),
  },
  {
    name: 'says in T1 that its client is an agent identity',
    breaks: ['TOKEN-T1', 'TOKEN-FACETS'],
    options: said(isT1, ({ xms_act_fct }) => ({ xms_act_fct: `${xms_act_fct} 11` })),
  },
  {
    name: 'names the agent identity as the client of T1',
    breaks: ['TOKEN-T1', 'TOKEN-PARTIES'],
    options: said(
      (claims) => isT1(claims) && !claims.xms_par_app_azp,
      ({ sub }) => ({ oid: String(sub).split('/').at(-1) }),
    ),
  },
  {
    name: 'gives an agent identity another object id for each resource',
    breaks: ['TOKEN-PARTIES', 'TOKEN-API', 'TOKEN-AGENT'],
    options: said(isForApi, ({ oid, aud }) => ({ oid: crypto(`${oid} ${aud}`) })),
  },
  {
    name: 'names the blueprint as the client of a token for an API',
    breaks: ['TOKEN-API'],
    options: (() => {
      const parents = new Map<unknown, unknown>()
      return {
        tamper: (claims: Claims) => {
          if (isT1(claims)) parents.set(String(claims.sub).split('/').at(-1), claims.azp)
          if (!isForApi(claims) || !parents.has(claims.azp)) return claims
          return { ...claims, azp: parents.get(claims.azp) }
        },
      }
    })(),
  },
  {
    name: 'names the token exchange by its URI in a managed identity token',
    breaks: ['MI-TOKEN'],
    options: said(
      (claims) => holdsForADay(claims) && claims.aud === exchange,
      () => ({ aud: 'api://AzureADTokenExchange' }),
    ),
  },
  {
    name: 'gives every managed identity the same object id',
    breaks: ['MI-TOKEN', 'TOKEN-PARTIES'],
    options: said(holdsForADay, () => ({ oid: nobody, sub: nobody })),
  },
]
