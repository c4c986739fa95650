import { randomUUID } from 'node:crypto'
import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { type Claims, nobody, said } from '../token-kinds.ts'
import {
  assertionClaims,
  atTokenEndpoint,
  saidTo,
  type TokenRequest,
  withValues,
} from '../token-requests.ts'
import { acceptances } from './accepting.ts'
import type { BrokenProvider } from './broken-provider.ts'

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const graph = /^https:\/\/graph\.|^00000003-0000-0000-c000-/

const isOfAgentUser = ({ xms_sub_fct, idtyp }: Claims) =>
  idtyp === 'user' && String(xms_sub_fct).split(' ').includes('13')
const isForPerson = (claims: Claims) =>
  claims.idtyp === 'user' && 'xms_par_app_azp' in claims && !isOfAgentUser(claims)
const grants = (type: string) => (asked: TokenRequest) => asked.form.get('grant_type') === type

/** Where a token about somebody says something else than whom it is about, and who acts. */
const claimsWrong: readonly BrokenProvider[] = [
  of('a token on behalf of a person is about the agent identity', 'TOKEN-OBO', {
    ...said(isForPerson, ({ appid }) => ({ oid: appid })),
  }),
  of('a token on behalf of a person says that it is of an application', 'TOKEN-OBO', {
    ...said(isForPerson, () => ({ idtyp: 'app' })),
  }),
  of('a token on behalf of a person names the blueprint as its client', 'TOKEN-OBO', {
    ...said(isForPerson, ({ xms_par_app_azp }) => ({ appid: xms_par_app_azp })),
  }),
  of('a token on behalf of a person names another blueprint', 'TOKEN-OBO', {
    ...said(isForPerson, () => ({ xms_par_app_azp: nobody })),
  }),
  of('a token on behalf of a person begins a session of its own', 'TOKEN-SESSION', {
    ...said(isForPerson, () => ({ sid: randomUUID() })),
  }),
  of('Microsoft Graph and the blueprint know a person by one subject', 'TOKEN-PAIRWISE', {
    ...saidTo(grants(jwtBearer), (_, { form }) => ({
      sub: assertionClaims(form.get('assertion')).sub,
    })),
  }),
  of('a token on behalf of a person outlives that of the person', 'TOKEN-OBO-LIFETIME', {
    ...said(isForPerson, ({ exp }) => ({ exp: Number(exp) + 10_800 })),
  }),
  of('a token of an agent user is about the agent identity', 'TOKEN-AGENT-USER', {
    ...said(isOfAgentUser, ({ appid }) => ({ oid: appid })),
  }),
  of('a token of an agent user does not say that it is about one', 'TOKEN-AGENT-USER', {
    ...said(isOfAgentUser, () => ({ xms_sub_fct: '3' })),
  }),
  of('a token of an agent user names the blueprint as its client', 'TOKEN-AGENT-USER', {
    ...said(isOfAgentUser, ({ xms_par_app_azp }) => ({ appid: xms_par_app_azp })),
  }),
]

/** Where somebody gets a token who has no right to it. */
const proofsTaken: readonly BrokenProvider[] = [
  ...acceptances([
    [
      'the signature of a token of a person is not looked at if its header names a key of the tenant',
      'OBO-ASSERTION-SIGNATURE',
      async ({ form, publishedKeys }) => {
        const kid = readJwt(form.get('assertion') ?? '')?.header.kid
        return kid !== undefined && (await publishedKeys()).some((key) => key.kid === kid)
      },
    ],
    [
      'the signature of T2 is not looked at if somebody got a T2 of the same content',
      'USERFIC-SIGNATURE',
      ({ form, issued }) => {
        const [header, payload] = form.get('user_federated_identity_credential')?.split('.') ?? []
        return issued.some((parts) => parts[0] === header && parts[1] === payload)
      },
    ],
  ]),
  of(
    'the token that an exchange brought is exchanged again',
    'OBO-ASSERTION-GRAPH',
    exchangingAgain(),
  ),
  of(
    'a user_id may be a user name',
    'USERFIC-USER-ID-GUID',
    atTokenEndpoint((asked, pass) => {
      const { form } = asked
      const name = form.get('user_id')
      if (!grants('user_fic')(asked) || !name?.includes('@')) return pass()
      return pass(withValues(form, { user_id: undefined, username: name }))
    }),
  ),
]

/** Faults of tokens about people that show without power over the tenant. */
export const delegatedTenantsWrong: readonly BrokenProvider[] = [...claimsWrong, ...proofsTaken]

function of(name: string, rule: string, options: InProcessOptions): BrokenProvider {
  return { name, breaks: [rule], options }
}

/** Serves a token for Microsoft Graph like the token of a person that was served before. */
function exchangingAgain(): InProcessOptions {
  let genuine: string | undefined
  return atTokenEndpoint(async (asked, pass) => {
    const { form } = asked
    const answer = await pass()
    if (form.get('grant_type') !== jwtBearer) return answer
    if (answer.ok) genuine = form.get('assertion') ?? undefined
    const isForGraph = graph.test(String(assertionClaims(form.get('assertion')).aud))
    return isForGraph && genuine ? pass(withValues(form, { assertion: genuine })) : answer
  })
}
