// openid-client: discovery once a tenant, T1 by the client credentials grant with `fmi_path`, then
// the same grant for the agent identity with a client authentication that presents T1.
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as openid from 'openid-client'
import { exchangeAudiences } from '../exchange-audiences.mjs'
import { serveJsonLines, unsupported } from '../json-lines.mjs'

const { version } = createRequire(import.meta.url)('openid-client/package.json')

const capabilities = {
  flows: ['autonomous'],
  credentials: ['secret', 'certificate', 'assertionFile'],
  redirect: ['authority'],
  schemes: ['https', 'http'],
  clouds: ['public', 'usGovernment', 'china'],
  tenantPerCall: true,
  forceRefresh: true,
  cache: { enabled: false },
  retry: { policy: 'none' },
  errorFields: ['code', 'status', 'aadsts', 'correlationId'],
}

/** RFC 7523 section 2.2; the package has no client authentication for assertions of others. */
const presenting = (getAssertion) => async (_server, client, body) => {
  body.set('client_id', client.client_id)
  body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  body.set('client_assertion', await getAssertion())
}

/** What Entra wants beyond RFC 7523: the thumbprint of the certificate, and its own audience. */
const signing = async ({ certificateFile, privateKeyFile, sendX5c }, tokenEndpoint) => {
  const chain = readFileSync(certificateFile, 'utf8')
    .match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)
    .map((pem) => new X509Certificate(pem))
  const thumbprint = Buffer.from(chain[0].fingerprint256.replaceAll(':', ''), 'hex')
  const key = await webcrypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(readFileSync(privateKeyFile)).export({ format: 'der', type: 'pkcs8' }),
    { name: 'RSA-PSS', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return openid.PrivateKeyJwt(key, {
    [openid.modifyAssertion]: (header, payload) => {
      header['x5t#S256'] = thumbprint.toString('base64url')
      if (sendX5c) header.x5c = chain.map(({ raw }) => raw.toString('base64'))
      payload.aud = tokenEndpoint
    },
  })
}

const authenticationOf = (credential, tokenEndpoint) => {
  if (credential.type === 'secret') return openid.ClientSecretPost(credential.value)
  if (credential.type === 'certificate') return signing(credential, tokenEndpoint)
  return presenting(async () => (await readFile(credential.file, 'utf8')).trim())
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function createClient({ authorityHost, tenantId, cloud, blueprint }) {
  const isPlainLoopback = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(
    authorityHost,
  )
  const execute = isPlainLoopback ? [openid.allowInsecureRequests] : []

  const discoverBlueprint = async (tenant) => {
    const { clientId, credential } = blueprint
    // The client authentication needs the token endpoint that discovery tells.
    let authenticate
    const configuration = await openid.discovery(
      new URL(`${authorityHost}/${tenant}/v2.0`),
      clientId,
      undefined,
      (...sent) => authenticate(...sent),
      { execute },
    )
    authenticate = await authenticationOf(credential, configuration.serverMetadata().token_endpoint)
    return configuration
  }

  const discovered = new Map()
  const blueprintOf = async (tenant) => {
    const discovering = discovered.get(tenant) ?? discoverBlueprint(tenant)
    discovered.set(tenant, discovering)
    discovering.catch(() => discovered.delete(tenant))
    return discovering
  }

  const agentOf = (configuration, agentIdentity, t1) => {
    const authenticate = presenting(() => t1)
    const server = configuration.serverMetadata()
    const agent = new openid.Configuration(server, agentIdentity, undefined, authenticate)
    for (const apply of execute) apply(agent)
    return agent
  }

  return async ({ agentIdentity, scopes, tenantId: tenant = tenantId }) => {
    // The package knows nothing of agent identities, so what names one is checked here.
    if (!guid.test(agentIdentity)) throw new TypeError('the agent identity is no GUID')
    const configuration = await blueprintOf(tenant)
    const { access_token: t1 } = await openid.clientCredentialsGrant(configuration, {
      scope: `${exchangeAudiences[cloud]}/.default`,
      fmi_path: agentIdentity,
    })
    const agent = agentOf(configuration, agentIdentity, t1)
    return openid.clientCredentialsGrant(agent, { scope: scopes.join(' ') })
  }
}

let configuration
let acquireToken

const configure = (given) => {
  configuration = given
  acquireToken = createClient(configuration)
}

const acquire = async (request) => {
  if (request.flow !== 'autonomous') throw unsupported(`this adapter has no flow ${request.flow}`)
  acquireToken ??= createClient(configuration)
  const token = await acquireToken(request)
  const expiresIn = token.expiresIn()
  return {
    accessToken: token.access_token,
    expiresOn: expiresIn === undefined ? undefined : Math.floor(Date.now() / 1000) + expiresIn,
    source: 'network',
  }
}

/** The numbers and the correlation id of Entra are in the body, which is the cause. */
const describe = (error) => {
  if (error.cause instanceof Response) return { kind: 'server', status: error.cause.status }
  if (!(error instanceof openid.ResponseBodyError)) return {}
  const { error: code, status, cause } = error
  return {
    kind: 'server',
    status,
    code,
    aadsts: cause.error_codes,
    correlationId: cause.correlation_id,
  }
}

serveJsonLines({
  hello: () => ({ name: 'openid-client', version, language: 'node', capabilities }),
  configure,
  acquire,
  reset: () => {
    acquireToken = undefined
  },
  describe,
})
