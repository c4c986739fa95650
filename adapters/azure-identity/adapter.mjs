// @azure/identity: it knows no `fmi_path`, so a policy of its pipeline adds the parameter to the
// blueprint's token request. Its caches do not know the parameter either, so each agent identity
// has a blueprint credential of its own, and a ClientAssertionCredential that presents T1; so does an
// OnBehalfOfCredential for each person.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import * as importedIdentity from '@azure/identity'
import { setLogLevel } from '@azure/logger'
import { exchangeAudiences } from '../exchange-audiences.mjs'
import { serveJsonLines, unsupported } from '../json-lines.mjs'
import { enterMachine, loadAnew } from '../managed-identity-machine.mjs'

const { version } = createRequire(import.meta.url)('@azure/identity/package.json')

const capabilities = {
  flows: ['autonomous', 'obo'],
  credentials: ['secret', 'certificate', 'assertionFile', 'managedIdentity:appService'],
  redirect: ['authority'],
  schemes: ['https'],
  clouds: ['public', 'usGovernment', 'china'],
  tenantPerCall: true,
  forceRefresh: false,
  claims: true,
  cache: { enabled: true, skewSeconds: 300, singleFlight: false },
  retry: { policy: 'client' },
  errorFields: ['code', 'aadsts', 'correlationId', 'suberror', 'claims'],
}

const logLevels = { trace: 'verbose', info: 'info' }

const addingFmiPath = (agentIdentity) => ({
  position: 'perCall',
  policy: {
    name: 'fmiPath',
    sendRequest: (request, next) => {
      if (request.method === 'POST') {
        request.body += `&${new URLSearchParams({ fmi_path: agentIdentity })}`
      }
      return next(request)
    },
  },
})

const newCredential = {
  secret: ({ ClientSecretCredential }, { value }, [tenantId, clientId, options]) =>
    new ClientSecretCredential(tenantId, clientId, value, options),
  certificate: ({ ClientCertificateCredential }, credential, [tenantId, clientId, options]) => {
    const { certificateFile, privateKeyFile, sendX5c } = credential
    // The package wants the certificate and its key in one text.
    const certificate = [certificateFile, privateKeyFile]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    return new ClientCertificateCredential(
      tenantId,
      clientId,
      { certificate },
      { ...options, sendCertificateChain: sendX5c },
    )
  },
  assertionFile: ({ WorkloadIdentityCredential }, { file }, [tenantId, clientId, options]) =>
    new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath: file, ...options }),
  managedIdentity: (identity, { clientId: userAssigned }, [tenantId, clientId, options, scope]) => {
    const machine = new identity.ManagedIdentityCredential(
      userAssigned === undefined ? {} : { clientId: userAssigned },
    )
    const getAssertion = async () => (await machine.getToken(scope)).token
    return new identity.ClientAssertionCredential(tenantId, clientId, getAssertion, options)
  },
}

const packageFor = (credential) => {
  if (credential.type !== 'managedIdentity') return importedIdentity
  enterMachine(credential)
  return loadAnew('@azure/identity', import.meta.url)
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function createClient({ authorityHost, tenantId, cloud, blueprint }) {
  const { clientId, credential } = blueprint
  const identity = packageFor(credential)
  const scope = `${exchangeAudiences[cloud]}/.default`
  const options = { authorityHost, disableInstanceDiscovery: true }

  const newAgent = (agentIdentity, tenant) => {
    const blueprintOptions = { ...options, additionalPolicies: [addingFmiPath(agentIdentity)] }
    const blueprintCredential = newCredential[credential.type](identity, credential, [
      tenant,
      clientId,
      blueprintOptions,
      scope,
    ])
    const getAssertion = async () => (await blueprintCredential.getToken(scope)).token
    return {
      itself: new identity.ClientAssertionCredential(tenant, agentIdentity, getAssertion, options),
      forPerson: remembering((userAssertionToken) => {
        const parties = { tenantId: tenant, clientId: agentIdentity, userAssertionToken }
        return new identity.OnBehalfOfCredential({ ...parties, getAssertion, ...options })
      }),
    }
  }

  const agents = remembering((key) => newAgent(...key.split('/')))
  return async ({ flow, agentIdentity, scopes, tenantId: tenant = tenantId, ...request }) => {
    // The package knows nothing of agent identities, so what names one is checked here.
    if (!guid.test(agentIdentity)) throw new TypeError('the agent identity is no GUID')
    const agent = agents(`${agentIdentity}/${tenant}`)
    const credential = flow === 'obo' ? agent.forPerson(request.userAssertion) : agent.itself
    return credential.getToken([...scopes], { claims: request.claims })
  }
}

/** The same object for the same key: a credential is a cache. */
const remembering = (make) => {
  const known = new Map()
  return (key) => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key)
  }
}

const patienceMs = 10_000

/** The package waits as long as Retry-After says, be it an hour. Its caller does not. */
const inTime = (token) =>
  Promise.race([
    token,
    wait(patienceMs, undefined, { ref: false }).then(() => {
      const message = `no token within ${patienceMs / 1000} s`
      throw Object.assign(new Error(message), { kind: 'timeout' })
    }),
  ])

let configuration
let acquireToken

const configure = (given) => {
  configuration = given
  const level = logLevels[configuration.logLevel]
  setLogLevel(level)
  // For the package when it is loaded anew.
  process.env.AZURE_LOG_LEVEL = level ?? ''
  acquireToken = createClient(configuration)
}

const acquire = async (request) => {
  if (!capabilities.flows.includes(request.flow)) {
    throw unsupported(`the package has no flow ${request.flow}`)
  }
  if (request.forceRefresh) throw unsupported('the package cannot be made to ask again')
  acquireToken ??= createClient(configuration)
  const { token, expiresOnTimestamp } = await inTime(acquireToken(request))
  return {
    accessToken: token,
    expiresOn: Math.floor(expiresOnTimestamp / 1000),
    source: 'unknown',
  }
}

/** The package hands on what the provider said as text, and the error of MSAL as its cause. */
const describe = ({ message, cause }) => {
  const [, code, number] = /^(\w+): .*?AADSTS(\d+)/s.exec(message) ?? []
  if (code === undefined) return {}
  const [, correlationId] = /Correlation ID: ([\da-f-]{36})/.exec(message) ?? []
  const { subError, claims } = Object(cause)
  return {
    kind: 'server',
    code,
    aadsts: [Number(number)],
    correlationId,
    ...(subError && { suberror: subError }),
    ...(claims && { claims }),
  }
}

serveJsonLines({
  hello: () => ({ name: '@azure/identity', version, language: 'node', capabilities }),
  configure,
  acquire,
  reset: () => {
    acquireToken = undefined
  },
  describe,
})
