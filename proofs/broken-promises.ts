import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { brokenAccessPromises } from './broken-access-promises.ts'
import {
  changedBody,
  changedHeader,
  changedToken,
  encode,
  refusing,
  refusingPath,
  repeating,
  rewritten,
} from './broken-answers.ts'
import { brokenDelegatedPromises } from './broken-delegated-promises.ts'
import { brokenDevicePromises } from './broken-device-promises.ts'
import { brokenGraphPromises } from './broken-graph-promises.ts'
import { brokenPeoplePromises } from './broken-people-promises.ts'
import {
  anyPath,
  keySet,
  sharedDocument,
  sharedKeySet,
  tenantDocument,
  tokenPath,
  versionOneDocument,
} from './published-paths.ts'
import {
  always,
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
} from './token-kinds.ts'

const flowParameters = [
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'scope',
  'grant_type',
  'fmi_path',
]

function isPadded(assertion: string): boolean {
  const [header = ''] = assertion.split('.')
  return Buffer.from(header, 'base64url').toString().includes('="')
}

type Key = Readonly<Record<string, unknown>>
const keysOf = (body: Key) => body.keys as readonly Key[]

/** How each promise of the catalogue is broken once, so that a scenario must notice. */
export const brokenPromises: Readonly<Record<string, InProcessOptions>> = {
  ...brokenGraphPromises,
  ...brokenDelegatedPromises,
  ...brokenAccessPromises,
  ...brokenDevicePromises,
  ...brokenPeoplePromises,
  'TOKEN-ANSWER': changedBody(tokenPath, 200, (body) => ({ ...body, refresh_token: 'one' })),
  'TOKEN-ANSWER-TYPES': changedBody(tokenPath, 200, (body) => ({
    ...body,
    expires_in: String(body.expires_in),
  })),
  'TOKEN-ANSWER-LIFETIME': changedBody(tokenPath, 200, (body) => ({ ...body, expires_in: 86_399 })),
  'TOKEN-TENANT': said(always, () => ({ tid: nobody })),
  'TOKEN-TYPES': said(always, ({ iat }) => ({ iat: String(iat) })),
  'TOKEN-UNIQUE': said(always, () => ({ uti: 'AAAAAAAAAAAAAAAAAAAAAA' })),
  'TOKEN-PARTIES': said(isT2, () => ({ oid: nobody })),
  'TOKEN-APP-ONLY': said(always, () => ({ scp: 'User.Read' })),
  'TOKEN-SIGNATURE': changedBody(keySet, 200, (body) => ({
    keys: keysOf(body).map((key) => ({ ...key, n: String(key.n).split('').reverse().join('') })),
  })),
  'TOKEN-JWS': rewritten(isT2, ({ header, payload, signature }) =>
    [`${encode(header)}=`, payload, signature].join('.'),
  ),
  'TOKEN-GRAPH': rewritten(isAgent, ({ header, payload }) => `${encode(header)}.${payload}.AAAA`),
  'TOKEN-NONCE': rewritten(isAgent, ({ header, payload, signature }) =>
    [encode({ ...header, nonce: 'unsigned' }), payload, signature].join('.'),
  ),
  'TOKEN-LIFETIME': said(always, ({ exp }) => ({ exp: Number(exp) + 600 })),
  'TOKEN-FORM': said(isForResource, ({ ver }) => ({ ver: ver === '2.0' ? '1.0' : '2.0' })),
  'TOKEN-HEADER': changedToken(exchange, (header) => ({ ...header, kid: undefined })),
  'TOKEN-T1-SUBJECT': said(isT1, ({ sub }) => ({ sub: `${String(sub)}0` })),
  'TOKEN-T1': said(isT1, () => ({ azp: nobody })),
  'TOKEN-T2': said(isT2, () => ({ oid: nobody, sub: nobody })),
  'TOKEN-AGENT': said(isAgent, () => ({ xms_par_app_azp: nobody })),
  'TOKEN-API': said(isForApi, () => ({ idtyp: 'app', xms_act_fct: '3 9 11' })),
  'TOKEN-BLUEPRINT': said(isOfBlueprint, () => ({ oid: nobody })),
  'TOKEN-APPLICATION': said(isForResource, () => ({ xms_par_app_azp: nobody })),
  'TOKEN-ROLES': said(isForResource, () => ({ roles: ['Directory.ReadWrite.All'] })),
  'TOKEN-FACETS': said(always, () => ({ xms_idrel: '7' })),
  'TOKEN-CREDENTIAL': said(always, ({ ver }) =>
    ver === '2.0' ? { azpacr: '0' } : { appidacr: '0' },
  ),
  'TOKEN-RESOURCE-CASE': refusing((form) => /[A-Z]{4}/.test(form.get('scope') ?? '')),
  'TOKEN-OIDC-SCOPES': refusing((form) => / openid/.test(form.get('scope') ?? '')),
  'RESOURCE-CLOUD': refusing((form) => /USGov|China|\.us\/|\.cn\//.test(form.get('scope') ?? '')),
  'TOKEN-EXTRAS': refusing((form) =>
    [...form.keys()].some((name) => !flowParameters.includes(name)),
  ),
  'TOKEN-ORDER': refusing((form) => [...form.keys()][0] === 'scope'),
  'CERT-ENCODING': refusing((form) => isPadded(form.get('client_assertion') ?? '')),
  'MI-PATH': refusingPath(/\/token\/$/),
  'MI-TOKEN': said(holdsForADay, () => ({ oid: nobody, sub: nobody })),
  'MI-ANSWER': changedBody(/\/(metadata\/identity\/oauth2|msi)\/token$/, 200, (body) => ({
    ...body,
    expires_in: Number(body.expires_in),
    expires_on: Number(body.expires_on),
  })),
  'DISC-TENANT-DOCUMENT': changedBody(tenantDocument, 200, (body) => ({
    ...body,
    token_endpoint: 'https://elsewhere.example/token',
  })),
  'DISC-SHARED-DOCUMENT': changedBody(sharedDocument, 200, (body) => ({
    ...body,
    issuer: String(body.issuer).replace('{tenantid}', nobody),
  })),
  'DISC-V1-DOCUMENT': changedBody(versionOneDocument, 200, (body) => ({
    ...body,
    issuer: `${String(body.issuer)}v2.0`,
  })),
  'DISC-ALIASES': changedBody(/\/discovery\/instance$/, 200, (body) => ({ ...body, metadata: [] })),
  'DISC-TYPES': changedBody(tenantDocument, 200, (body) => ({
    ...body,
    scopes_supported: 'openid profile email offline_access',
  })),
  'DISC-CACHE': changedHeader(/openid-configuration$|keys$/, 'cache-control', 'no-store'),
  'KEYS-ENTRY': changedBody(keySet, 200, (body) => ({
    keys: keysOf(body).map(({ x5c: _, ...key }) => key),
  })),
  'KEYS-VERSIONS': changedBody(/\/discovery\/keys$/, 200, () => ({ keys: [] })),
  'KEYS-SHARED': changedBody(sharedKeySet, 200, (body) => ({ keys: keysOf(body).slice(1) })),
  'KEYS-ROTATION': changedBody(keySet, 200, (body) => ({ keys: keysOf(body).slice(0, 1) })),
  'ERROR-BODY': changedBody(anyPath, 400, ({ timestamp: _, ...body }) => body),
  'ERROR-CORRELATION': changedBody(anyPath, 400, (body) => ({ ...body, correlation_id: nobody })),
  'ERROR-TRACE': changedBody(anyPath, 400, (body) => ({ ...body, trace_id: nobody })),
  'ERROR-SECRECY': repeating((form) => form.get('client_secret')),
  'ERROR-CACHE': changedHeader(tokenPath, 'cache-control', 'max-age=60'),
}
