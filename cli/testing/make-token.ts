import type { JsonObject } from '../../wire/json-object.ts'
import { readToken } from '../explain/read-token.ts'
import type { Token } from '../explain/token.ts'
import { noonMs } from './fake-surroundings.ts'

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A JWT with a made-up signature. */
export function makeJwt(
  claims: JsonObject,
  header: JsonObject = { typ: 'JWT', alg: 'RS256', kid: 'k' },
): string {
  return `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`
}

export function makeToken(claims: JsonObject, header?: JsonObject): Token {
  const token = readToken(makeJwt(claims, header))
  if (token === undefined) throw new TypeError('the claims make no token')
  return token
}

export const tenantId = '5369a35c-46a5-4677-8ff9-2e65587654e7'
export const blueprint = '9d17cc32-c91b-4368-8494-1b29ccb0dbcf'
export const agent = '30000000-c0de-4a11-8000-000000000001'

const issuedAt = noonMs / 1000 - 300
const validity = { iat: issuedAt, nbf: issuedAt, exp: issuedAt + 3900 }

/** T1 as it was captured, under the ids of the capture C1. */
export const t1Claims = {
  aud: 'fb60f99c-7a34-4190-8149-302f77469936',
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  ...validity,
  azp: blueprint,
  azpacr: '1',
  idtyp: 'app',
  oid: '21000000-c0de-4a11-8000-000000000001',
  sub: `/eid1/c/pub/t/XKNpU6VGd0aP-S5lWHZU5w/a/MswXnRvJaEOElBspzLDbzw/${agent}`,
  tid: tenantId,
  ver: '2.0',
  xms_act_fct: '3 9',
  xms_ficinfo: 'CAAQABgAIAAoAjAA',
  xms_idrel: '7 14',
  xms_sub_fct: '9 3',
} as const

/** An agent identity's token for Microsoft Graph. */
export const agentClaims = {
  aud: 'https://graph.microsoft.com',
  iss: `https://sts.windows.net/${tenantId}/`,
  ...validity,
  appid: agent,
  appidacr: '2',
  idtyp: 'app',
  oid: agent,
  roles: ['User.Read.All'],
  sub: agent,
  tid: tenantId,
  ver: '1.0',
  xms_act_fct: '3 11 9',
  xms_idrel: '7 8',
  xms_par_app_azp: blueprint,
  xms_sub_fct: '9 11 3',
} as const

/** The same for a custom API that asked for no optional claims. */
export const customApiClaims = {
  aud: '50000000-c0de-4a11-8000-000000000001',
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  ...validity,
  azp: agent,
  azpacr: '2',
  oid: agent,
  roles: ['Orders.Read'],
  sub: agent,
  tid: tenantId,
  ver: '2.0',
} as const
