// The reference client of this repository, as it is built and packed.
import { readFileSync } from 'node:fs'
import {
  assertionFile,
  ClaimsChallengeError,
  certificate,
  clientSecret,
  createAgentIdentityClient,
  fetchTrusting,
  managedIdentity,
  TokenRequestError,
} from '../../dist/client/index.js'
import { exchangeAudiences } from '../exchange-audiences.mjs'
import { serveJsonLines, unsupported } from '../json-lines.mjs'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const capabilities = {
  flows: ['autonomous', 'agentUser', 'obo'],
  credentials: [
    'secret',
    'certificate',
    'assertionFile',
    'managedIdentity:appService',
    'managedIdentity:imds',
  ],
  redirect: ['authority'],
  schemes: ['https', 'http'],
  clouds: ['public', 'usGovernment', 'china'],
  tenantPerCall: true,
  forceRefresh: true,
  claims: true,
  checksToken: true,
  cache: { enabled: true, skewSeconds: 300, singleFlight: true },
  retry: { policy: 'client' },
  errorFields: ['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims'],
}

const credentials = {
  secret: ({ value }) => clientSecret(value),
  certificate: ({ certificateFile, privateKeyFile, sendX5c }) =>
    certificate({
      certificatePem: readFileSync(certificateFile, 'utf8'),
      privateKeyPem: readFileSync(privateKeyFile, 'utf8'),
      sendX5c,
    }),
  assertionFile: ({ file }) => assertionFile(file),
  managedIdentity: (options) => managedIdentity(options),
}

let client

const configure = ({ authorityHost, tenantId, caFile, cloud, logLevel, blueprint }) => {
  client = createAgentIdentityClient({
    authorityHost,
    tenantId,
    exchangeAudience: exchangeAudiences[cloud],
    blueprintClientId: blueprint.clientId,
    credential: credentials[blueprint.credential.type](blueprint.credential),
    ...(caFile && { fetch: fetchTrusting(readFileSync(caFile, 'utf8')) }),
    onEvent: (event) => logLevel === 'none' || console.error(JSON.stringify(event)),
  })
}

const flows = {
  autonomous: ({ claims }, options) => client.acquireToken({ ...options, claims }),
  agentUser: ({ user, claims }, options) => client.asAgentUser(user, { ...options, claims }),
  obo: ({ userAssertion, claims }, options) =>
    client.onBehalfOf(userAssertion, { ...options, claims }),
}

const acquire = async ({ flow, agentIdentity, scopes, tenantId, forceRefresh, ...wanted }) => {
  if (!Object.hasOwn(flows, flow)) throw unsupported(`the reference client has no flow ${flow}`)
  if (scopes.length !== 1) throw unsupported('the reference client asks for one scope')
  const [scope] = scopes
  const options = { agentIdentityId: agentIdentity, scope, tenantId, forceRefresh }
  const { token, expiresAtMs, source } = await flows[flow](wanted, options)
  return {
    accessToken: token,
    expiresOn: Math.floor(expiresAtMs / 1000),
    source: source === 'cache' ? 'cache' : 'network',
  }
}

/** A token for somebody else came from the provider, and was refused by the client. */
const describe = (error) => {
  if (!(error instanceof TokenRequestError)) return {}
  const { reason, httpStatus: status, error: code, errorCodes, correlationId, suberror } = error
  const kind = reason === 'wrong-token' ? 'client' : 'server'
  const claims = error instanceof ClaimsChallengeError ? error.claims : undefined
  return { kind, status, code, aadsts: errorCodes, correlationId, suberror, claims }
}

serveJsonLines({
  hello: () => ({ name: 'reference', version, language: 'node', capabilities }),
  configure,
  acquire,
  reset: () => client.clearCache(),
  describe,
})
