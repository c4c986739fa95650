// @azure/msal-node: one application for the blueprint, one for each agent identity, whose client
// assertion is a callback that gets T1. The latter redeems T1 for a token of the agent, of a person on
// whose behalf it acts, or of the agent's own user.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as importedMsal from '@azure/msal-node'
import { exchangeAudiences } from '../exchange-audiences.mjs'
import { serveJsonLines } from '../json-lines.mjs'
import { enterMachine, loadAnew } from '../managed-identity-machine.mjs'
import { describeMsalError } from '../msal-errors.mjs'

const { version } = createRequire(import.meta.url)('@azure/msal-node/package.json')

const capabilities = {
  flows: ['autonomous', 'agentUser', 'obo'],
  credentials: ['secret', 'certificate', 'assertionFile', 'managedIdentity:appService'],
  redirect: ['authority'],
  schemes: ['https'],
  clouds: ['public', 'usGovernment', 'china'],
  tenantPerCall: true,
  forceRefresh: true,
  userIds: ['oid', 'upn'],
  claims: true,
  cache: { enabled: true, skewSeconds: 300, singleFlight: false },
  retry: { policy: 'none' },
  errorFields: ['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims'],
}

const logLevels = { trace: importedMsal.LogLevel.Trace, info: importedMsal.LogLevel.Info }

const loggerOptions = (logLevel) => ({
  logLevel: logLevels[logLevel] ?? importedMsal.LogLevel.Error,
  piiLoggingEnabled: logLevel === 'trace',
  loggerCallback: (_level, message) => logLevel === 'none' || console.error(message),
})

const managedIdentityCallback = (msal, { clientId }, resource, system) => {
  const identity = new msal.ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system,
  })
  return async () => (await identity.acquireToken({ resource })).accessToken
}

/** The part of the configuration of an application that is its credential. */
const authOf = (msal, credential, resource, system) => {
  switch (credential.type) {
    case 'secret':
      return { clientSecret: credential.value }
    case 'assertionFile':
      return { clientAssertion: async () => (await readFile(credential.file, 'utf8')).trim() }
    case 'managedIdentity':
      return { clientAssertion: managedIdentityCallback(msal, credential, resource, system) }
    default: {
      const x5c = readFileSync(credential.certificateFile, 'utf8')
      const thumbprintSha256 = new X509Certificate(x5c).fingerprint256.replaceAll(':', '')
      const privateKey = readFileSync(credential.privateKeyFile, 'utf8')
      return {
        clientCertificate: { thumbprintSha256, privateKey, ...(credential.sendX5c && { x5c }) },
      }
    }
  }
}

const packageFor = (credential) => {
  if (credential.type !== 'managedIdentity') return importedMsal
  enterMachine(credential)
  return loadAnew('@azure/msal-node', import.meta.url)
}

function createClient({ authorityHost, tenantId, cloud, logLevel, blueprint }) {
  const { clientId, credential } = blueprint
  const msal = packageFor(credential)
  const resource = exchangeAudiences[cloud]
  const system = { loggerOptions: loggerOptions(logLevel) }
  const authorityOf = (tenant) => `${authorityHost}/${tenant}`
  const applicationOf = (auth, tenant) =>
    new msal.ConfidentialClientApplication({
      auth: {
        ...auth,
        authority: authorityOf(tenant),
        knownAuthorities: [new URL(authorityHost).host],
      },
      system,
    })

  const blueprintApplication = applicationOf(
    { clientId, ...authOf(msal, credential, resource, system) },
    tenantId,
  )
  const exchangeToken = async (agentIdentity, tenant) => {
    const { accessToken } = await blueprintApplication.acquireTokenByClientCredential({
      scopes: [`${resource}/.default`],
      authority: authorityOf(tenant),
      fmiPath: agentIdentity,
    })
    return accessToken
  }

  const agentApplications = new Map()
  const agentApplication = (agentIdentity, tenant) => {
    const key = `${tenant}/${agentIdentity}`
    const application =
      agentApplications.get(key) ??
      applicationOf(
        { clientId: agentIdentity, clientAssertion: () => exchangeToken(agentIdentity, tenant) },
        tenant,
      )
    agentApplications.set(key, application)
    return application
  }

  const accounts = new Map()
  const agentUserToken = async (application, key, { scopes, user, ...options }) => {
    const account = accounts.get(key)
    if (account !== undefined) {
      try {
        return await application.acquireTokenSilent({ account, scopes, ...options })
      } catch (error) {
        const isRefused = error.errorCode === 'invalid_grant'
        if (!isRefused && !(error instanceof msal.InteractionRequiredAuthError)) throw error
      }
    }
    const { accessToken: t2 } = await application.acquireTokenByClientCredential({
      scopes: [`${resource}/.default`],
    })
    const result = await application.acquireTokenByUserFederatedIdentityCredential({
      scopes,
      assertion: t2,
      ...(user.oid === undefined ? { username: user.upn } : { userObjectId: user.oid }),
      claims: options.claims,
    })
    accounts.set(key, result.account)
    return result
  }

  return ({ flow, agentIdentity, scopes, tenantId: tenant = tenantId, ...request }) => {
    const { forceRefresh = false, claims, user, userAssertion } = request
    const application = agentApplication(agentIdentity, tenant)
    switch (flow) {
      case 'obo':
        return application.acquireTokenOnBehalfOf({
          scopes,
          oboAssertion: userAssertion,
          claims,
          skipCache: forceRefresh,
        })
      case 'agentUser': {
        const key = [tenant, agentIdentity, user.oid ?? user.upn].join('/').toLowerCase()
        return agentUserToken(application, key, { scopes, user, claims, forceRefresh })
      }
      default:
        return application.acquireTokenByClientCredential({
          scopes,
          claims,
          skipCache: forceRefresh,
        })
    }
  }
}

let configuration
let acquireToken

const configure = (given) => {
  configuration = given
  acquireToken = createClient(configuration)
}

const acquire = async (request) => {
  acquireToken ??= createClient(configuration)
  const { accessToken, expiresOn, fromCache } = await acquireToken(request)
  return {
    accessToken,
    expiresOn: expiresOn ? Math.floor(expiresOn.getTime() / 1000) : undefined,
    source: fromCache ? 'cache' : 'network',
  }
}

serveJsonLines({
  hello: () => ({ name: '@azure/msal-node', version, language: 'node', capabilities }),
  configure,
  acquire,
  reset: () => {
    acquireToken = undefined
  },
  describe: describeMsalError,
})
