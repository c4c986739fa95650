import { believesIf, type Edit, forgives, open } from './broken-api.ts'

const expects = 'const expected = { issuer, audience,'
const expecting = (issuerAndAudience: string): Edit => [
  expects,
  `const expected = { ${issuerAndAudience},`,
]
/** It compares the audience itself. */
const audience = (expression: string): Edit[] => [
  expecting('issuer'),
  [
    'return payload\n',
    `const { aud } = payload
      if (!(${expression})) throw new Refusal(401, 'invalid_token')
      return payload\n`,
  ],
  ["['exp', 'iss', 'aud', 'tid']", "['exp', 'iss', 'tid']"],
]
const issuer = (expression: string): Edit[] => [
  expecting('audience'),
  [
    'return payload\n',
    `const { iss, tid } = payload
      if (!(${expression})) throw new Refusal(401, 'invalid_token')
      return payload\n`,
  ],
  ["['exp', 'iss', 'aud', 'tid']", "['exp', 'aud', 'tid']"],
]
const tolerance = (seconds: string): Edit => ['clockTolerance: 300', `clockTolerance: ${seconds}`]
const checksTenant = 'if (claims.tid !== tenantId) throw'
const isExchange = '/AzureADTokenExchange|fb60f99c-7a34-4190-8149-302f77469936/i.test(claims.aud)'
const needsPermission = "if (permissions.length === 0) throw new Refusal(401, 'invalid_token')"

/** Tokens that were issued for another purpose, another place or another time. */
export const tokensWrong = [
  open('looks at no audience', 'API-AUDIENCE', ...audience('true')),
  open(
    'looks at the audience only if there is one',
    'API-AUDIENCE',
    ...audience('!aud || aud === audience'),
  ),
  open(
    'compares the beginning of the audience',
    'API-AUDIENCE',
    ...audience("typeof aud === 'string' && aud.startsWith(audience)"),
  ),
  open(
    'compares the end of the audience',
    'API-AUDIENCE',
    ...audience("typeof aud === 'string' && aud.endsWith(audience)"),
  ),
  open(
    'takes tokens for Microsoft Graph as well',
    'API-AUDIENCE',
    ...audience('aud === audience || /^00000003-0000-0000-c000-|graph/.test(aud)'),
  ),
  open('looks at no issuer', 'API-ISSUER', ...issuer('true')),
  open(
    'looks for its tenant somewhere in the issuer',
    'API-ISSUER',
    ...issuer('iss?.includes(tenantId)'),
  ),
  open(
    'takes every issuer of its cloud',
    'API-ISSUER',
    ...issuer("iss?.startsWith(authorityHost + '/') "),
  ),
  open(
    'looks at the issuer only if there is one',
    'API-ISSUER',
    ...issuer(
      'iss === undefined || iss === `${authorityHost}/${tenantId}/v2.0` || iss === `${first}/${tenantId}/`',
    ),
  ),
  open('takes the issuer of the common document for its own', 'API-ISSUER', [
    'const issuer = [',
    'const issuer = [`${authorityHost}/{tenantid}/v2.0`, `${first}/{tenantid}/`, ',
  ]),
  open(
    'takes an issuer that begins like its own',
    'API-ISSUER',
    ...issuer(
      '[`${authorityHost}/${tenantId}`, `${first}/${tenantId}`].some((own) => iss?.startsWith(own))',
    ),
  ),
  open(
    'takes tokens of every tenant',
    ['API-TENANT', 'API-TENANT-CLAIM'],
    [checksTenant, 'if (false) throw'],
    ...issuer(
      'iss === `${authorityHost}/${tid}/v2.0` || iss === `${first}/${tid}/` || iss === `${authorityHost}/${tenantId}/v2.0` || iss === `${first}/${tenantId}/`',
    ),
  ),
  open(
    'ties the issuer to the tid of the token, and the tid to nothing',
    'API-TENANT',
    [checksTenant, 'if (false) throw'],
    ...issuer('iss === `${authorityHost}/${tid}/v2.0` || iss === `${first}/${tid}/`'),
  ),
  open(
    'does not look at tid',
    'API-TENANT-CLAIM',
    [checksTenant, 'if (false) throw'],
    ["'aud', 'tid']", "'aud']"],
  ),
  open(
    'looks at tid only if there is one',
    'API-TENANT-CLAIM',
    [checksTenant, 'if (claims.tid && claims.tid !== tenantId) throw'],
    ["'aud', 'tid']", "'aud']"],
  ),
  open('looks at no time', ['API-TIME', 'API-CHALLENGE'], tolerance('1e9'), ["['exp', ", '[']),
  open(
    'takes a token for an hour after it expired',
    ['API-TIME', 'API-CHALLENGE'],
    tolerance('3900'),
  ),
  open(
    'takes expired tokens',
    ['API-TIME', 'API-CHALLENGE'],
    forgives('error instanceof errors.JWTExpired'),
  ),
  open('takes tokens that are not valid yet', 'API-TIME', forgives("error.claim === 'nbf'")),
  open('takes tokens that never end', 'API-TIME', ["['exp', ", '[']),
  open(
    'takes T1 for a proof of the blueprint',
    'API-T1',
    believesIf(`${isExchange} && !/\\b11\\b/.test(claims.xms_sub_fct) && (claims.roles = [role])`),
  ),
  open(
    'takes T2 for a proof of the agent',
    'API-T2',
    believesIf(`${isExchange} && /\\b11\\b/.test(claims.xms_sub_fct) && (claims.roles = [role])`),
  ),
  open(
    'takes whatever names an agent',
    'API-T2',
    believesIf(`${isExchange} && claims.xms_par_app_azp && (claims.roles = [role])`),
  ),
  open('takes an id_token for permission', 'API-ID-TOKEN', [
    needsPermission,
    `if (claims.preferred_username && claims.scp === undefined && claims.roles === undefined && claims.idtyp === undefined) return\n    ${needsPermission}`,
  ]),
]
