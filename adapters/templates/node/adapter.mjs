// An adapter lets the conformance harness drive your library. It speaks agentid-adapter/1: one
// JSON object per line, requests on stdin, replies on stdout. Logs belong on stderr.
// NODE_EXTRA_CA_CERTS already names `caFile` when the harness starts this program.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

// What your library can do: nothing else is asked of it. Say what is true of it.
const capabilities = {
  flows: ['autonomous', 'agentUser', 'obo'],
  credentials: ['secret', 'assertionFile'],
  redirect: ['authority'],
  schemes: ['https'],
  clouds: ['public', 'usGovernment', 'china'],
  tenantPerCall: true,
  forceRefresh: true,
  cache: { enabled: false },
  retry: { policy: 'none' },
  claims: true,
  errorFields: ['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims'],
  checksToken: true,
}

// ---------- CALL YOUR LIBRARY HERE: replace all down to the end mark ----------

const exchangeAudiences = {
  public: 'api://AzureADTokenExchange',
  usGovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
}
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const timeoutMs = 20_000

/** Called by `configure` and `reset`: a new client object, with empty caches. */
function createClient({ authorityHost, tenantId: homeTenant, cloud, blueprint }) {
  const { type } = blueprint.credential
  if (!capabilities.credentials.includes(type)) throw unsupported(`the credential ${type}`)
  if (!authorityHost.startsWith('https://')) throw refused('authorityHost is not https')

  return {
    /** Resolves to the token, or rejects with a Failure. */
    async acquire(message) {
      const { flow, agentIdentity: named, scopes, tenantId = homeTenant, claims } = message
      if (!guid.test(named)) throw refused('agentIdentity is not a GUID')
      // T1 names it in the letters of the request, and step 2 has to use the same.
      const agentIdentity = named.toLowerCase()
      if (scopes.length === 0 || !tenantId) throw refused('scopes or tenantId is empty')
      const person = personOf(message, blueprint.clientId)
      const exchangeScope = `${exchangeAudiences[cloud]}/.default`
      const url = `${authorityHost}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`

      // Step 1: the blueprint proves itself and gets T1 for the agent identity.
      const t1 = await requestToken(url, {
        client_id: blueprint.clientId,
        scope: exchangeScope,
        grant_type: 'client_credentials',
        fmi_path: agentIdentity,
        ...(await proofOf(blueprint.credential)),
      })
      // From here on the agent identity proves itself with T1.
      const agent = { client_id: agentIdentity, ...assertion(t1.accessToken) }
      const credentials = { ...agent, grant_type: 'client_credentials' }
      const wanted = { ...agent, scope: scopes.join(' '), ...(claims && { claims }) }
      // Step 2: it gets its own token for the resource,
      if (flow === 'autonomous') return requestToken(url, { ...wanted, ...credentials })
      // or exchanges the token of the person who called it,
      if (flow === 'obo') {
        const exchange = { requested_token_use: 'on_behalf_of', assertion: message.userAssertion }
        const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
        return requestToken(url, { ...wanted, grant_type: grant, ...exchange }, person)
      }
      // or gets T2, and with it, step 3, the token of its user.
      const t2 = await requestToken(url, { ...credentials, scope: exchangeScope })
      const { oid, upn } = person
      const proof = { user_federated_identity_credential: t2.accessToken }
      const user = oid === undefined ? { username: upn } : { user_id: oid }
      return requestToken(url, { ...wanted, grant_type: 'user_fic', ...proof, ...user }, person)
    },
  }
}

/** Whom the token is to be about. What can only be refused is not sent: it is somebody's secret. */
function personOf({ flow, user, userAssertion }, blueprintId) {
  if (flow === 'obo') return callerOf(userAssertion ?? '', blueprintId)
  return flow === 'agentUser' ? agentUserOf(user ?? {}) : {}
}

function callerOf(userAssertion, blueprintId) {
  const { aud, azp, appid, idtyp, exp, oid } = claimsOf(userAssertion) ?? {}
  const isAccessToken = (azp ?? appid) !== undefined && idtyp !== 'app'
  if (!isAccessToken) throw refused('userAssertion is no access token of a person')
  const audience = `${aud}`.toLowerCase().replace(/^api:\/\//, '')
  if (audience !== blueprintId.toLowerCase())
    throw refused('userAssertion is not for the blueprint')
  if (!(exp > Date.now() / 1000)) throw refused('userAssertion has expired')
  return { oid }
}

function agentUserOf({ oid, upn }) {
  if ((oid === undefined) === (upn === undefined)) throw refused('user needs either oid or upn')
  if (oid !== undefined && !guid.test(oid)) throw refused('user.oid is not a GUID')
  return { oid, upn }
}

const assertion = (jwt) => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: jwt,
})

/** The file is read for every request, because others replace the JWT in it. */
async function proofOf(credential) {
  if (credential.type === 'secret') return { client_secret: credential.value }
  return assertion((await readFile(credential.file, 'utf8')).trim())
}

async function requestToken(url, form, person = {}) {
  const { status, text } = await post(url, form)
  const answer = parseObject(text)
  if (status !== 200) throw refusal(status, answer)
  const { access_token: accessToken, token_type: tokenType, expires_in: expiresIn } = answer ?? {}
  if (typeof accessToken !== 'string' || accessToken === '') throw unusable('it holds no token')
  if (`${tokenType}`.toLowerCase() !== 'bearer') throw unusable('token_type is not Bearer')
  if (!isIssuedTo(accessToken, form.client_id)) throw unusable('the token is of another client')
  if (!isAbout(accessToken, person)) throw unusable('the token is about somebody else')
  const expiresOn = Math.floor(Date.now() / 1000) + Number(expiresIn ?? Number.NaN)
  return { accessToken, source: 'network', ...(Number.isFinite(expiresOn) && { expiresOn }) }
}

async function post(url, form) {
  const body = new URLSearchParams(form)
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    // A credential is not carried on to wherever a redirect leads.
    const response = await fetch(url, { method: 'POST', body, signal, redirect: 'manual' })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    const kind = error.name === 'TimeoutError' ? 'timeout' : 'server'
    throw new Failure(kind, `no answer: ${error.cause?.code ?? error.name}`)
  }
}

/** A token that cannot be read says nothing against itself. */
function isIssuedTo(token, clientId) {
  const claims = claimsOf(token)
  if (!claims) return true
  return `${claims.azp ?? claims.appid}`.toLowerCase() === clientId.toLowerCase()
}

function isAbout(token, { oid, upn }) {
  const claims = claimsOf(token)
  if (!claims) return true
  const same = (claim, wanted) => `${claim}`.toLowerCase() === wanted.toLowerCase()
  if (oid !== undefined) return same(claims.oid, oid)
  const name = claims.upn ?? claims.preferred_username
  return upn === undefined || name === undefined || same(name, upn)
}

const claimsOf = (token) =>
  parseObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

/** The prose of an answer is not passed on: it may repeat what was sent. */
function refusal(status, answer) {
  const { error, error_codes: numbers, correlation_id: correlationId } = answer ?? {}
  const suberror = /^[a-z_]{1,40}$/.test(answer?.suberror) ? answer.suberror : undefined
  // A challenge works only unchanged, and names policies, never a token.
  const claims = isChallenge(answer?.claims) ? answer.claims : undefined
  const code = /^[a-z_]{1,40}$/.test(error) ? error : undefined
  const aadsts = Array.isArray(numbers) ? numbers.filter(Number.isInteger) : []
  const words = [`${status}`, code ?? '', ...aadsts.map((number) => `AADSTS${number}`)]
  const isGuid = guid.test(correlationId)
  const details = { status, code, aadsts, suberror, claims, ...(isGuid && { correlationId }) }
  return new Failure('server', `refused: ${words.join(' ').trim()}`, details)
}

const isChallenge = (claims) =>
  typeof claims === 'string' && parseObject(claims) !== undefined && !claims.includes('eyJ')

const unusable = (why) => new Failure('server', `the answer is unusable: ${why}`, { status: 200 })
const refused = (why) => new Failure('client', why)

// ---------- END of what is your library's. The rest is the protocol. ----------

/** `kind` is server, client, timeout or unsupported. */
class Failure extends Error {
  constructor(kind, message, details = {}) {
    super(message)
    this.reply = { kind, message, ...details }
  }
}

const unsupported = (what) => new Failure('unsupported', `${what} is not supported`)

function parseObject(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

let configuration
let client

function configured() {
  if (client === undefined) throw new Failure('client', 'configure comes first')
  return client
}

const operations = {
  hello: () => ({ name: 'template-node', version: '1.0.0', language: 'node', capabilities }),
  configure: (message) => {
    client = undefined
    client = createClient(message)
    configuration = message
  },
  acquire: async (message) => {
    if (!capabilities.flows.includes(message.flow)) throw unsupported(`the flow ${message.flow}`)
    return { token: await configured().acquire(message) }
  },
  reset: () => {
    configured()
    client = createClient(configuration)
  },
  shutdown: () => undefined,
}

async function answer(message) {
  try {
    if (!Object.hasOwn(operations, message.op)) throw unsupported(`the operation ${message.op}`)
    return { id: message.id, ok: true, ...(await operations[message.op](message)) }
  } catch (error) {
    const reply = error.reply ?? { kind: 'client', message: `${error.name} in the adapter` }
    if (!error.reply) process.stderr.write(`${error.stack}\n`)
    return { id: message.id, ok: false, error: reply }
  }
}

const lines = createInterface({ input: process.stdin })
// Nothing is awaited between lines, so that calls overlap.
lines.on('line', async (line) => {
  const message = parseObject(line) ?? {}
  const reply = `${JSON.stringify(await answer(message))}\n`
  process.stdout.write(reply, () => message.op === 'shutdown' && process.exit(0))
})
// What is under way may end, within the 5 seconds of the protocol.
lines.on('close', () => setTimeout(() => process.exit(0), 4000).unref())
