// @microsoft/teams.apps: the token provider of an App with a client id and a secret gets the token of
// an agent, and that of its user.
import { createRequire } from 'node:module'
import { App } from '@microsoft/teams.apps'
import { serveJsonLines, unsupported } from '../json-lines.mjs'
import { describeMsalError } from '../msal-errors.mjs'

const { version } = createRequire(import.meta.url)('@microsoft/teams.apps/package.json')

const capabilities = {
  flows: ['autonomous', 'agentUser'],
  userIds: ['oid'],
  credentials: ['secret'],
  redirect: ['impersonate'],
  schemes: ['https'],
  clouds: ['public'],
  tenantPerCall: true,
  forceRefresh: false,
  cache: { enabled: true, skewSeconds: 300, singleFlight: false },
  retry: { policy: 'none' },
  errorFields: ['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims'],
}

const newTokenProvider = ({ tenantId, blueprint: { clientId, credential } }) => {
  if (credential.type !== 'secret') throw unsupported('the package takes a secret')
  // The authority is left to the package: login.microsoftonline.com.
  return new App({ tenantId, clientId, clientSecret: credential.value }).tokenProvider
}

let configuration
let tokens

const configure = (given) => {
  configuration = given
  tokens = newTokenProvider(configuration)
}

const acquire = async ({ flow, agentIdentity, scopes, tenantId, forceRefresh, user }) => {
  if (!capabilities.flows.includes(flow)) throw unsupported(`the package has no flow ${flow}`)
  if (forceRefresh) throw unsupported('the package cannot be made to ask again')
  if (user && user.oid === undefined) throw unsupported('the package takes the object id of a user')
  const token =
    flow === 'agentUser'
      ? await tokens.getAgenticUserToken(scopes[0], agentIdentity, user.oid, tenantId)
      : await tokens.getAgenticAppToken(scopes[0], agentIdentity, tenantId)
  return { accessToken: token.toString(), source: 'unknown' }
}

serveJsonLines({
  hello: () => ({ name: '@microsoft/teams.apps', version, language: 'node', capabilities }),
  configure,
  acquire,
  reset: () => {
    tokens = newTokenProvider(configuration)
  },
  describe: describeMsalError,
})
