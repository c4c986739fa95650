import { readJwt } from '../../wire/jwt.ts'
import { exchange, isAgent, isForApi, isT1, isT2, said } from '../token-kinds.ts'
import { assertionClaims, saidTo } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

const seconds = (value: unknown) => Number(value)
const isGraph = ({ aud }: { readonly aud?: unknown }) =>
  String(aud).startsWith('https://graph.microsoft.com')

/** Tokens with a claim that is wrong for some requests only. */
export const unseenTokenClaims: readonly BrokenProvider[] = [
  {
    name: 'T2 names the agent identity as its own parent',
    breaks: ['TOKEN-T2'],
    options: said(isT2, ({ azp }) => ({ xms_par_app_azp: azp })),
  },
  {
    name: 'an agent token for Graph holds only ten minutes after it is issued',
    breaks: ['TOKEN-LIFETIME'],
    options: said(
      (claims) => isAgent(claims) && isGraph(claims),
      ({ iat }) => ({ nbf: seconds(iat) + 900 }),
    ),
  },
  {
    name: 'T2 ends half an hour before expires_in says',
    breaks: ['TOKEN-ANSWER-LIFETIME'],
    options: said(isT2, ({ exp }) => ({ exp: seconds(exp) - 1800 })),
  },
  {
    name: 'a token has the uti of the T1 that it was issued for',
    breaks: ['TOKEN-UNIQUE'],
    options: saidTo(
      ({ form }) => form.get('client_assertion') !== null,
      (claims, { form }) => {
        const { uti } = assertionClaims(form.get('client_assertion'))
        return uti === undefined ? claims : { uti }
      },
    ),
  },
  {
    name: 'all tokens of one client have the same uti',
    breaks: ['TOKEN-UNIQUE'],
    options: said(
      () => true,
      ({ appid, azp, tid }) => ({
        uti: Buffer.from(`${tid}${appid ?? azp}`)
          .subarray(30, 46)
          .toString('base64url'),
      }),
    ),
  },
  {
    name: 'T1 names the blueprint as its object, not the principal of the blueprint',
    breaks: ['TOKEN-PARTIES'],
    options: said(isT1, ({ azp }) => ({ oid: azp })),
  },
  {
    name: 'the tenant id of an agent token for an API is in capital letters',
    breaks: ['TOKEN-API'],
    options: said(
      (claims) => isForApi(claims),
      ({ tid }) => ({ tid: String(tid).toUpperCase() }),
    ),
  },
  {
    name: 'a role stands twice in an agent token',
    breaks: ['TOKEN-TYPES'],
    options: said(
      ({ roles }) => Array.isArray(roles),
      ({ roles }) => ({ roles: [...(roles as string[]), ...(roles as string[])] }),
    ),
  },
  {
    name: 'T1 grants a role',
    breaks: ['TOKEN-T1'],
    options: said(isT1, () => ({ roles: ['User.Read.All'] })),
  },
  {
    name: 'the audience of a token for an API is a list of one',
    breaks: ['TOKEN-API'],
    options: said(isForApi, ({ aud }) => ({ aud: [aud] })),
  },
  {
    name: 'T2 expires in the middle of a second',
    breaks: ['TOKEN-TYPES'],
    options: said(isT2, ({ exp }) => ({ exp: seconds(exp) - 0.5 })),
  },
  {
    name: 'a token for an API expires at a text',
    breaks: ['TOKEN-TYPES'],
    options: said(isForApi, ({ exp }) => ({ exp: String(exp) })),
  },
  {
    name: 'T1 got with an assertion says that a secret was used',
    breaks: ['TOKEN-CREDENTIAL'],
    options: said(isT1, () => ({ azpacr: '1' })),
  },
  {
    name: 'T1 got with a secret in the header says that no secret was used',
    breaks: ['TOKEN-CREDENTIAL'],
    options: saidTo(
      ({ request }, claims) => isT1(claims) && request.headers.has('authorization'),
      () => ({ azpacr: '0' }),
    ),
  },
  {
    name: 'an agent token for an API has a delegated permission',
    breaks: ['TOKEN-API'],
    options: said(isForApi, () => ({ scp: 'Orders.Read' })),
  },
  {
    name: 'T2 is a token of a user',
    breaks: ['TOKEN-T2'],
    options: said(isT2, () => ({ idtyp: 'user' })),
  },
  {
    name: 'the issuer of an agent token without roles lacks its last slash',
    breaks: ['TOKEN-TENANT'],
    options: said(
      (claims) => isAgent(claims) && isGraph(claims) && claims.roles === undefined,
      ({ iss }) => ({ iss: String(iss).replace(/\/$/, '') }),
    ),
  },
  {
    name: 'the issuer names the domain by which the tenant was asked',
    breaks: ['TOKEN-TENANT'],
    options: saidTo(
      ({ tenant }, claims) => claims.ver === '2.0' && tenant.includes('.'),
      ({ iss, tid }, { tenant }) => ({ iss: String(iss).replace(String(tid), tenant) }),
    ),
  },
  {
    name: 'facets are separated by commas',
    breaks: ['TOKEN-FACETS'],
    options: said(
      ({ xms_act_fct }) => xms_act_fct !== undefined,
      ({ xms_act_fct }) => ({ xms_act_fct: String(xms_act_fct).replaceAll(' ', ',') }),
    ),
  },
  {
    name: 'the relation to the tenant is a number in T2',
    breaks: ['TOKEN-TYPES'],
    options: said(isT2, () => ({ xms_idrel: 7 })),
  },
  {
    name: 'an agent token for an API has a subject that is not its object',
    breaks: ['TOKEN-API'],
    options: said(isForApi, ({ uti }) => ({ sub: `${uti}${uti}`.slice(0, 43) })),
  },
  {
    name: 'the audience of Graph is its application id when an agent without roles asks',
    breaks: ['TOKEN-AGENT'],
    options: said(
      (claims) => isGraph(claims) && isAgent(claims) && claims.roles === undefined,
      () => ({ aud: '00000003-0000-0000-c000-000000000000' }),
    ),
  },
  {
    name: 'the audience of T1 is written as the request wrote the scope',
    breaks: ['TOKEN-RESOURCE-CASE'],
    options: saidTo(
      ({ form }, claims) => claims.aud === exchange && /AzureAd/.test(form.get('scope') ?? ''),
      (_, { form }) => ({ aud: form.get('scope')?.replace('/.default', '') }),
    ),
  },
  {
    name: 'the third token of a client lacks its tenant id',
    breaks: ['TOKEN-TENANT'],
    options: everyThird(),
  },
  {
    name: 'a token for the second agent of a blueprint names the first as its client',
    breaks: ['TOKEN-AGENT'],
    options: firstAgent(),
  },
]

function everyThird() {
  const counts = new Map<string, number>()
  return said(
    ({ appid, azp }) => {
      const client = String(appid ?? azp)
      const count = (counts.get(client) ?? 0) + 1
      counts.set(client, count)
      return count % 3 === 0
    },
    () => ({ tid: undefined }),
  )
}

function firstAgent() {
  const first = new Map<unknown, unknown>()
  return saidTo(
    (_, claims) => isAgent(claims) && claims.ver === '1.0',
    ({ appid, tid }, { form }) => {
      const t1 = readJwt(form.get('client_assertion') ?? '')?.claims
      const key = `${tid} ${t1?.azp}`
      if (!first.has(key)) first.set(key, appid)
      return { appid: first.get(key) }
    },
  )
}
