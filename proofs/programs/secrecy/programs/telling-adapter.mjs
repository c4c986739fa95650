// An adapter that gets tokens as it should and tells every secret it has seen: to its log, in its errors, and in
// requests of its own. It lists them in the file that its first argument names.

import { createPrivateKey } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const [file, root] = process.argv.slice(2)
const {
  assertionFile,
  certificate,
  clientSecret,
  createAgentIdentityClient,
  fetchTrusting,
  managedIdentity,
} = await import(join(root, 'dist/client/index.js'))

const capabilities = {
  flows: ['autonomous'],
  credentials: ['secret', 'certificate', 'assertionFile', 'managedIdentity:appService'],
  redirect: ['authority'],
  schemes: ['https'],
  tenantPerCall: true,
  forceRefresh: true,
  cache: { enabled: false },
  retry: { policy: 'none' },
  errorFields: [],
}

/** Of all scenarios so far, with what they are. */
const secrets = new Map()
function learn(kind, value) {
  if (!value || secrets.has(value)) return
  secrets.set(value, kind)
  appendFileSync(file, `${JSON.stringify({ kind, value })}\n`)
}

const base64 = (text) => Buffer.from(text).toString('base64')
const ways = [
  (text) => text,
  (text) => text.toUpperCase(),
  encodeURIComponent,
  (text) => new URLSearchParams({ v: text }).toString(),
  (text) => JSON.stringify(JSON.stringify({ v: text })),
  base64,
  (text) => Buffer.from(`id:${text}`).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => JSON.stringify(Buffer.from(text)),
  (text) => encodeURIComponent(base64(text)),
]

let turn = 0
/** The newest secrets, and one of long ago, each in another way. */
function told() {
  const values = [...secrets.keys()]
  const chosen = [...values.slice(-6), values[turn % values.length]]
  return chosen.map((value) => ways[turn++ % ways.length](value)).join(' | ')
}

let setup
async function start(message) {
  const { blueprint, authorityHost, tenantId, caFile } = message
  const { credential } = blueprint
  const trusted = fetchTrusting(readFileSync(caFile, 'utf8'))
  const send = async (url, init) => {
    const form = new URLSearchParams(`${init?.body ?? ''}`)
    learn('client assertion', form.get('client_assertion'))
    const answer = await trusted(url, init)
    const { access_token: token } = await answer
      .clone()
      .json()
      .catch(() => ({}))
    learn(form.has('fmi_path') ? 'T1' : 'agent token', token)
    return answer
  }
  const proof = proofOf(credential)
  setup = {
    authorityHost,
    tenantId,
    trusted,
    client: createAgentIdentityClient({
      authorityHost,
      tenantId,
      blueprintClientId: blueprint.clientId,
      credential: proof,
      fetch: send,
    }),
    calls: 0,
  }
}

function proofOf(credential) {
  if (credential.type === 'secret') {
    learn('client secret', credential.value)
    return clientSecret(credential.value)
  }
  if (credential.type === 'assertionFile') return assertionFile(credential.file)
  if (credential.type === 'managedIdentity') {
    learn('App Service header', credential.header)
    return managedIdentity(credential)
  }
  const key = readFileSync(credential.privateKeyFile, 'utf8')
  learn('private key', key)
  const { d, p, qi } = createPrivateKey(key).export({ format: 'jwk' })
  for (const [name, value] of Object.entries({ d, p, qi })) learn(`private key, ${name}`, value)
  return certificate({
    sendX5c: credential.sendX5c,
    certificatePem: readFileSync(credential.certificateFile, 'utf8'),
    privateKeyPem: key,
  })
}

/** Into every part of a request. */
async function tellTheMock({ authorityHost, tenantId, trusted }) {
  const url = `${authorityHost}/${tenantId}/oauth2/v2.0/token`
  const short = encodeURIComponent(told().slice(0, 3000))
  const claims = Buffer.from(JSON.stringify({ sub: told(), deep: { password: 'hunter-2-Canary' } }))
  await trusted(`${url}/${short}?x=${short}`, {
    method: 'POST',
    headers: { 'user-agent': `app (${short})`, 'client-request-id': short },
    body: new URLSearchParams({
      scope: told(),
      passwd: 'hunter-2-Canary',
      client_assertion: `${base64('{"alg":"RS256"}')}.${claims.toString('base64url')}.c2lnbmF0dXJl`,
    }),
  }).catch(() => {})
}

async function acquire({ agentIdentity, scopes, tenantId }) {
  const { token, expiresAtMs } = await setup.client.acquireToken({
    agentIdentityId: agentIdentity,
    scope: scopes.join(' '),
    ...(tenantId && { tenantId }),
  })
  learn('agent token', token)
  process.stderr.write(`told: ${told()}\nhttps://x.example/?sig=hunter-2-Canary\n`)
  await tellTheMock(setup)
  setup.calls += 1
  if (setup.calls > 1) throw new Error(`no token, for ${told()} password=hunter-2-Canary`)
  return {
    token: { accessToken: token, source: 'network', expiresOn: Math.floor(expiresAtMs / 1000) },
  }
}

const operations = {
  hello: () => ({ name: 'telling', version: '1.0.0', language: 'node', capabilities }),
  configure: start,
  acquire,
  reset: () => undefined,
  shutdown: () => undefined,
}

createInterface({ input: process.stdin }).on('line', async (line) => {
  const message = JSON.parse(line)
  let reply
  try {
    reply = { id: message.id, ok: true, ...(await operations[message.op](message)) }
  } catch (error) {
    const told = {
      kind: 'server',
      message: `${error.message} ${secrets.size > 0 ? ways[turn++ % ways.length]([...secrets.keys()].at(-1)) : ''}`,
    }
    reply = { id: message.id, ok: false, error: told }
  }
  process.stdout.write(
    `${JSON.stringify(reply)}\n`,
    () => message.op === 'shutdown' && process.exit(0),
  )
})
