// @microsoft/agents-hosting: MsalTokenProvider gets T1, and the token of an agent's user. It has no
// call that redeems T1 for a resource such as Microsoft Graph, so that step is done here, with fetch,
// as its user has to.
import { createRequire } from 'node:module'
import * as importedHosting from '@microsoft/agents-hosting'
import { serveJsonLines, unsupported } from '../json-lines.mjs'
import { enterMachine, loadAnew } from '../managed-identity-machine.mjs'

const { version } = createRequire(import.meta.url)('@microsoft/agents-hosting/package.json')

const capabilities = {
  flows: ['autonomous', 'agentUser'],
  userIds: ['oid'],
  credentials: ['secret', 'certificate', 'assertionFile', 'managedIdentity:appService'],
  redirect: ['impersonate'],
  schemes: ['https'],
  clouds: ['public'],
  tenantPerCall: true,
  forceRefresh: false,
  cache: { enabled: false },
  retry: { policy: 'none' },
  errorFields: ['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims'],
}

const connectionSettings = {
  secret: ({ value }) => ({ authType: 'ClientSecret', clientSecret: value }),
  certificate: ({ certificateFile, privateKeyFile, sendX5c }) => ({
    authType: 'Certificate',
    certPemFile: certificateFile,
    certKeyFile: privateKeyFile,
    sendX5C: sendX5c,
  }),
  assertionFile: ({ file }) => ({ authType: 'WorkloadIdentity', federatedTokenFile: file }),
  managedIdentity: ({ clientId }) =>
    clientId === undefined
      ? { authType: 'SystemManagedIdentity' }
      : { authType: 'FederatedCredentials', federatedClientId: clientId },
}

const packageFor = (credential) => {
  if (credential.type !== 'managedIdentity') return importedHosting
  enterMachine(credential)
  return loadAnew('@microsoft/agents-hosting', import.meta.url)
}

/** An error in the form that the package gives its own. */
const refused = (status, body) =>
  Object.assign(new Error(`Token request failed with status ${status}: ${body}`), {
    toJSON: () => ({ status, body }),
  })

const redeem = async ({ authorityHost, tenantId, agentIdentity, scopes, t1 }) => {
  const response = await fetch(`${authorityHost}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: agentIdentity,
      scope: scopes.join(' '),
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: t1,
    }),
    redirect: 'error',
  })
  const body = await response.text()
  const { access_token: accessToken, expires_in: expiresIn } = response.ok ? JSON.parse(body) : {}
  if (!accessToken) throw refused(response.status, body)
  return {
    accessToken,
    expiresOn: Math.floor(Date.now() / 1000) + Number(expiresIn),
    source: 'network',
  }
}

let configuration
let provider

const newProvider = ({ tenantId, blueprint: { clientId, credential } }) => {
  const { MsalTokenProvider } = packageFor(credential)
  // The authority is left to the package: login.microsoftonline.com. So are its caches, which are
  // those of the process: a new provider gets what an earlier one left there.
  const settings = connectionSettings[credential.type](credential)
  return new MsalTokenProvider({ tenantId, clientId, ...settings })
}

const configure = (given) => {
  configuration = given
  provider = newProvider(configuration)
}

const acquire = async ({ flow, agentIdentity, scopes, tenantId, forceRefresh, user }) => {
  if (!capabilities.flows.includes(flow)) throw unsupported(`this adapter has no flow ${flow}`)
  if (forceRefresh) throw unsupported('the package cannot be made to ask again')
  provider ??= newProvider(configuration)
  const { authorityHost } = configuration
  const tenant = tenantId ?? configuration.tenantId
  if (flow === 'agentUser') {
    if (user.oid === undefined) throw unsupported('the package takes the object id of a user')
    const accessToken = await provider.getAgenticUserToken(tenant, agentIdentity, user.oid, scopes)
    return { accessToken, source: 'unknown' }
  }
  const t1 = await provider.getAgenticApplicationToken(tenant, agentIdentity)
  return redeem({ authorityHost, tenantId: tenant, agentIdentity, scopes, t1 })
}

/** The package hands on the body of a refusal as it came. */
const describe = (error) => {
  const { status, body } = error?.toJSON?.() ?? {}
  if (status === undefined) return {}
  try {
    const { error: code, error_codes: aadsts, correlation_id, suberror, claims } = JSON.parse(body)
    return { kind: 'server', status, code, aadsts, correlationId: correlation_id, suberror, claims }
  } catch {
    return { kind: 'server', status }
  }
}

serveJsonLines({
  hello: () => ({ name: '@microsoft/agents-hosting', version, language: 'node', capabilities }),
  configure,
  acquire,
  reset: () => {
    provider?.constructor.clearSharedCaches()
    provider = undefined
  },
  describe,
})
