import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { root } from '../../../tests/support/run-tool.ts'
import { encodings, shows, strangeJwt, strangeKey } from './canaries.ts'
import { places, sendPlanted } from './plant.ts'

const controlToken = 'control-Canary.8Qw2~token'
const contoso = '10000000-c0de-4a11-8000-000000000001'
const concierge = '20000000-c0de-4a11-8000-000000000001'
const awkward = (name: string) => `${name}+/=&"\\ %41;9Zq8x.Canary`

let folder: string
let origin = ''
/** All that the command writes. */
let written = ''
let stop: () => Promise<void> = async () => {}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-secrecy-'))
  const args = ['serve', '--port', '0', '--http-port', '0', '--ca-dir', folder]
  const command = [join(root, 'dist/cli/agentid.js'), ...args, '--control-token', controlToken]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  stop = async () => {
    child.kill()
    await closed
  }
  origin = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      written += text
      const [, http] = /http +(http:\S+)/.exec(written) ?? []
      if (http !== undefined) resolve(http)
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('close', (status) => reject(new Error(`serve ended with ${status}: ${written}`)))
  })
})
after(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${origin}/_mock${path}`, {
    method,
    headers: {
      authorization: `Bearer ${controlToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

type Described = { readonly tenantId: string; readonly env: Readonly<Record<string, string>> }

/** A tenant with one application and its secret. */
function neighbour(last: string, secret: string, identityHeader: string) {
  const application = {
    appId: `60000000-c0de-4a11-8000-0000000000${last}`,
    displayName: 'App',
    principal: null,
    secrets: [{ value: secret }],
  }
  const tenantId = `10000000-c0de-4a11-8000-0000000000${last}`
  return { tenantId, displayName: 'Neighbour', identityHeader, applications: [application] }
}

async function madeByGraph(tenantId: string, appId: string) {
  const made = (await control('POST', `/graph-tokens?tenant=${tenantId}`)) as { token: string }
  const call = async (action: string, body: unknown) => {
    const response = await fetch(`${origin}/v1.0/applications(appId='${appId}')/${action}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${made.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    assert.ok(response.ok, `${action}: ${response.status} ${await response.clone().text()}`)
    return response.status === 204 ? {} : ((await response.json()) as Record<string, string>)
  }
  const { secretText = '', keyId } = await call('addPassword', {})
  return { secret: secretText, remove: () => call('removePassword', { keyId }) }
}

/** Every secret that the mock knows or knew, by how it came to know it. */
async function knownSecrets(): Promise<Readonly<Record<string, string>>> {
  const secrets = {
    'a client secret of another tenant': awkward('client'),
    'the App Service header of another tenant': awkward('header'),
    'a client secret of a tenant that is gone': awkward('gone'),
    'a client secret that was replaced with its tenant': awkward('replaced'),
    'the token of the control API': controlToken,
  }
  const [client, header, gone, replaced] = Object.values(secrets) as [
    string,
    string,
    string,
    string,
  ]
  await control('POST', '/tenants', neighbour('a1', client, header))
  await control('POST', '/tenants', neighbour('a2', gone, `${gone} header`))
  await control('DELETE', '/tenants/10000000-c0de-4a11-8000-0000000000a2')
  await control('POST', '/tenants', neighbour('a3', replaced, 'first header'))
  const path = '/tenants/10000000-c0de-4a11-8000-0000000000a3'
  await control('PUT', path, neighbour('a3', 'another secret', 'second header'))
  const removed = await madeByGraph(contoso, concierge)
  await removed.remove()
  const fresh = (await control('POST', '/tenants')) as Described
  const reset = await madeByGraph(fresh.tenantId, fresh.env.AGENTID_BLUEPRINT_CLIENT_ID ?? '')
  await control('POST', `/reset?tenant=${fresh.tenantId}`)
  return {
    ...secrets,
    'a client secret that was removed': removed.secret,
    'a client secret that a reset removed': reset.secret,
  }
}

/** All journals, which are emptied. */
async function journals(): Promise<string> {
  const read = async (tenant: string) => {
    const entries = await control('GET', `/requests?tenant=${tenant}`)
    await control('DELETE', `/requests?tenant=${tenant}`)
    return JSON.stringify(entries)
  }
  return (await Promise.all(['unknown', contoso].map(read))).join('\n')
}

async function plantedIn(
  canaries: readonly (readonly [name: string, place: string, written: string, secret: string])[],
): Promise<readonly string[]> {
  const shown: string[] = []
  const reached = new Set<string>()
  for (const [name, place, text, secret] of canaries) {
    const plant = places[place]
    assert.ok(plant)
    await sendPlanted(origin, plant(text))
    const journal = await journals()
    if (journal.includes('"sequence"')) reached.add(place)
    if (shows(journal, secret)) shown.push(`${name} in ${place}`)
  }
  const kept = Object.keys(places).filter((place) => place !== 'the host name')
  assert.deepEqual(
    kept.filter((place) => !reached.has(place)),
    [],
  )
  const log = canaries.filter(([, , , secret]) => shows(written, secret)).map(([name]) => name)
  return [...shown, ...new Set(log.map((name) => `${name} in the log`))]
}

it('no secret that the mock knows or knew is shown, in any place and encoding', async (t) => {
  const known = await knownSecrets()
  const canaries = Object.entries(known).flatMap(([kind, secret]) =>
    Object.entries(encodings).flatMap(([how, encode]) =>
      Object.keys(places).map(
        (place) => [`${kind}, ${how},`, place, encode(secret), secret] as const,
      ),
    ),
  )
  const shown = await plantedIn(canaries)
  t.diagnostic(
    `canaries hidden by the mock ${canaries.length - shown.length} of ${canaries.length}`,
  )
  assert.deepEqual(shown, [])
})

it('no token and no private key of anybody is shown, in any place', async (t) => {
  const signature = 'a-Canary-of-a-signature-0123456789'
  const jwt = strangeJwt(signature)
  const { pem, jwk } = strangeKey
  const signed = Buffer.from(signature).toString('base64url')
  const middle = pem.split('\n')[12] ?? ''
  const strange: readonly (readonly [string, string, string])[] = [
    ['a token', jwt, signed],
    ['a private key in PEM', pem, middle],
    ['a private key in PEM on one line', pem.replaceAll('\n', ''), middle],
    ['a private key in PEM without its end', pem.slice(0, 1200), middle],
    ['a private key as a JWK', JSON.stringify(jwk), String(jwk.d)],
    ['a private key as a JWK in JSON', JSON.stringify({ key: JSON.stringify(jwk) }), String(jwk.d)],
  ]
  const ways = ['as it is', 'percent-encoded', 'in JSON', 'in base64', 'in base64url'] as const
  const canaries = strange.flatMap(([kind, text, secret]) =>
    ways.flatMap((how) =>
      Object.keys(places).map(
        (place) => [`${kind}, ${how},`, place, encodings[how]?.(text) ?? '', secret] as const,
      ),
    ),
  )
  const shown = await plantedIn(canaries)
  t.diagnostic(
    `strange keys and tokens hidden ${canaries.length - shown.length} of ${canaries.length}`,
  )
  assert.deepEqual(shown, [])
})

const telling =
  'client_secret secret password passwd pwd passphrase api_key apikey x-api-key x-functions-key access_token ' +
  'refresh_token id_token subject_token actor_token token assertion client_assertion saml_assertion SAMLResponse ' +
  'code device_code user_code code_verifier otp totp pin cookie session session_id sid jwt sig signature sas ' +
  'sharedaccesskey accountkey connection_string private_key msi_secret credential bearer auth id_token_hint ' +
  'subscription-key Ocp-Apim-Subscription-Key csrf_token ticket'

it('the value of a parameter with a telling name is not shown, whoever knows it', async (t) => {
  const secret = 'hunter-2-Canary'
  const own = { 'content-type': 'application/x-www-form-urlencoded' }
  const path = `/${contoso}/oauth2/v2.0/token`
  const body = `client_id=${concierge}`
  const planted = telling.split(' ').flatMap((name) => [
    [name, 'the body', { path, headers: own, body: `${body}&${name}=${secret}` }] as const,
    [name, 'the query', { path: `${path}?${name}=${secret}`, headers: own, body }] as const,
    [
      name,
      'a URL in a parameter',
      { path, headers: own, body: `${body}&scope=https%3A%2F%2Fx%3F${name}%3D${secret}` },
    ] as const,
    [
      name,
      'the user agent',
      { path, headers: { ...own, 'user-agent': `a (${name}=${secret})` }, body },
    ] as const,
    [
      name,
      'a claim',
      {
        path,
        headers: own,
        body: `${body}&client_assertion=${strangeJwt('s', { [name]: secret }, { a: [{ [name]: secret }] })}`,
      },
    ] as const,
  ])
  const shown: string[] = []
  for (const [name, place, request] of planted) {
    await sendPlanted(origin, { method: 'POST', ...request })
    if (shows(await journals(), secret)) shown.push(`${name} in ${place}`)
  }
  if (shows(written, secret)) shown.push('in the log')
  t.diagnostic(
    `values of telling names hidden ${planted.length - shown.length} of ${planted.length}`,
  )
  assert.deepEqual(shown, [])
})
