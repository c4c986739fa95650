import { createHash } from 'node:crypto'
import { readJwt } from '../../wire/jwt.ts'
import { type Claims, isAgent, isOfBlueprint, isT1, isT2, said } from '../token-kinds.ts'
import { saidTo, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

const provenBy = ({ form, request }: TokenRequest) => {
  if (request.headers.has('authorization')) return 'basic'
  if (form.has('client_secret')) return 'secret'
  const claims = readJwt(form.get('client_assertion') ?? '')?.claims
  if (!claims) return 'nothing'
  if (claims.iss === form.get('client_id')) return 'certificate'
  return 'federation'
}

/** Of every blueprint or agent identity but the first that its tenant serves. */
function ofLater(about: (claims: Claims) => boolean): (claims: Claims) => boolean {
  const first = new Map<string, string>()
  return (claims) => {
    if (!about(claims)) return false
    const [tenant, party] = [String(claims.tid), String(claims.azp ?? claims.appid)]
    if (!first.has(tenant)) first.set(tenant, party)
    return first.get(tenant) !== party
  }
}

const crypto = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Claims that are wrong for some clients, credentials or requests only. */
export const claimsOfSomeWrong: readonly BrokenProvider[] = [
  {
    name: 'says that a secret in HTTP Basic was an assertion',
    breaks: ['TOKEN-CREDENTIAL'],
    options: saidTo(
      (asked) => provenBy(asked) === 'basic',
      ({ ver }) => (ver === '2.0' ? { azpacr: '2' } : { appidacr: '2' }),
    ),
  },
  {
    name: 'says that a certificate was a secret',
    breaks: ['TOKEN-CREDENTIAL'],
    options: saidTo(
      (asked) => provenBy(asked) === 'certificate',
      ({ ver }) => (ver === '2.0' ? { azpacr: '1' } : { appidacr: '1' }),
    ),
  },
  {
    name: 'says that a federated token was a secret in a Graph token of a blueprint',
    breaks: ['TOKEN-CREDENTIAL'],
    options: saidTo(
      (asked, claims) => provenBy(asked) === 'federation' && isOfBlueprint(claims),
      () => ({ appidacr: '1' }),
    ),
  },
  {
    name: 'names the tenant in T1 as the request spelled it',
    breaks: ['TOKEN-TENANT', 'TOKEN-T1'],
    options: saidTo(
      ({ tenant }, claims) => isT1(claims) && tenant.includes('.'),
      (_, { tenant }) => ({ tid: tenant }),
    ),
  },
  {
    name: 'writes the tenant of the request into the issuer as it was spelled',
    breaks: ['TOKEN-TENANT'],
    options: saidTo(
      ({ tenant }, claims) => tenant !== claims.tid,
      ({ iss, tid }, { tenant }) => ({ iss: String(iss).replace(String(tid), tenant) }),
    ),
  },
  {
    name: 'names the managed identity as the object of a T1 that one obtained',
    breaks: ['TOKEN-T1', 'TOKEN-PARTIES'],
    options: saidTo(
      (asked, claims) => isT1(claims) && provenBy(asked) === 'federation',
      ({ oid }, { form }) => ({
        oid: readJwt(form.get('client_assertion') ?? '')?.claims.oid ?? oid,
      }),
    ),
  },
  {
    name: 'repeats the scope of the request as the audience of T1',
    breaks: ['TOKEN-T1', 'TOKEN-RESOURCE-CASE'],
    options: saidTo(
      (_, claims) => isT1(claims),
      (_, { form }) => ({ aud: form.get('scope')?.replace('/.default', '') }),
    ),
  },
  {
    name: 'makes the id of a token from the id of the request that the client chose',
    breaks: ['TOKEN-UNIQUE'],
    options: saidTo(
      ({ request }) => request.headers.has('client-request-id'),
      (_, { request }) => ({ uti: crypto(String(request.headers.get('client-request-id'))) }),
    ),
  },
  {
    name: 'makes the id of a token from its client and its resource',
    breaks: ['TOKEN-UNIQUE'],
    options: said(
      () => true,
      ({ sub, aud, tid }) => ({ uti: crypto(`${sub} ${aud} ${tid}`) }),
    ),
  },
  {
    name: 'omits the parent of every agent identity but the first',
    breaks: ['TOKEN-AGENT'],
    options: said(ofLater(isAgent), () => ({ xms_par_app_azp: undefined })),
  },
  {
    name: 'names the first blueprint as the parent of the agents of every blueprint',
    breaks: ['TOKEN-AGENT', 'TOKEN-T2'],
    options: (() => {
      const first = new Map<unknown, unknown>()
      return said(
        (claims) => 'xms_par_app_azp' in claims,
        ({ tid, xms_par_app_azp: parent }) => {
          if (!first.has(tid)) first.set(tid, parent)
          return { xms_par_app_azp: first.get(tid) }
        },
      )
    })(),
  },
  {
    name: 'names the application instead of its principal in T1 of a second blueprint',
    breaks: ['TOKEN-T1', 'TOKEN-PARTIES'],
    options: said(ofLater(isT1), ({ azp }) => ({ oid: azp })),
  },
  {
    name: 'says nothing of the facets of a second agent identity in T2',
    breaks: ['TOKEN-T2', 'TOKEN-FACETS'],
    options: said(ofLater(isT2), () => ({ xms_act_fct: undefined, xms_sub_fct: undefined })),
  },
]
