import { constants, createHash, randomUUID, sign, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ClientCredential, ClientSetup } from '../../engine/clients/client-under-test.ts'
import type { Habits } from './habits.ts'

export type Proof = {
  readonly form: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

export const assertionForm = (jwt: string) => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: jwt,
})

/** How the blueprint proves itself, as the habits have it. */
export function proverOf(setup: ClientSetup, habits: Habits): (url: string) => Promise<Proof> {
  const { credential, blueprintClientId } = setup
  const isUpper = habits.blueprintIn === 'upper case'
  const clientId = isUpper ? blueprintClientId.toUpperCase() : blueprintClientId
  const readAssertion = fileReader(setup, habits)
  return async (url) => {
    if (credential.type === 'secret') return secretProof(clientId, credential.value, habits)
    const form = { client_id: clientId }
    if (credential.type === 'assertionFile') {
      return { form: { ...form, ...assertionForm(await readAssertion(credential.file)) } }
    }
    if (credential.type === 'certificate') {
      return { form: { ...form, ...assertionForm(assertionFor(url, credential, setup, habits)) } }
    }
    return { form: { ...form, ...assertionForm(await machineToken(credential, setup)) } }
  }
}

function secretProof(clientId: string, secret: string, { secretIn }: Habits): Proof {
  if (secretIn === 'body') return { form: { client_id: clientId, client_secret: secret } }
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`
  const headers = { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
  return { form: secretIn === 'basic' ? {} : { client_id: clientId }, headers }
}

function fileReader({ nowMs }: ClientSetup, { keepsFileSeconds }: Habits) {
  let kept: { readonly text: string; readonly untilMs: number } | undefined
  return async (file: string): Promise<string> => {
    if (kept && kept.untilMs > nowMs()) return kept.text
    const text = (await readFile(file, 'utf8')).trim()
    kept = { text, untilMs: nowMs() + keepsFileSeconds * 1000 }
    return text
  }
}

type Certificate = Extract<ClientCredential, { type: 'certificate' }>

function assertionFor(
  aud: string,
  { certificatePem, privateKeyPem, sendX5c }: Certificate,
  { blueprintClientId: id, nowMs }: ClientSetup,
  { signsOldStyle }: Habits,
): string {
  const chain = certificatePem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  const ders = (chain ?? []).map((pem) => new X509Certificate(pem).raw)
  const [leaf = Buffer.alloc(0)] = ders
  const thumbprint = (hash: string) => createHash(hash).update(leaf).digest('base64url')
  const header = {
    typ: 'JWT',
    ...(signsOldStyle
      ? { alg: 'RS256', x5t: thumbprint('sha1') }
      : { alg: 'PS256', 'x5t#S256': thumbprint('sha256') }),
    ...(sendX5c && { x5c: ders.map((der) => der.toString('base64')) }),
  }
  const nowSeconds = Math.floor(nowMs() / 1000)
  const times = { iat: nowSeconds, nbf: nowSeconds, exp: nowSeconds + 600 }
  const claims = { aud, iss: id, sub: id, jti: randomUUID(), ...times }
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const text = `${encode(header)}.${encode(claims)}`
  const padding = signsOldStyle ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_PSS_PADDING
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  const key = { key: privateKeyPem, padding, ...(!signsOldStyle && { saltLength }) }
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

type Machine = Extract<ClientCredential, { type: 'managedIdentity' }>

async function machineToken(
  { source, endpoint, header, clientId }: Machine,
  { request }: ClientSetup,
): Promise<string> {
  const url = new URL(endpoint)
  url.searchParams.set('api-version', source === 'imds' ? '2018-02-01' : '2019-08-01')
  url.searchParams.set('resource', 'api://AzureADTokenExchange')
  if (clientId !== undefined) url.searchParams.set('client_id', clientId)
  const headers: Record<string, string> =
    source === 'imds' ? { metadata: 'true' } : { 'x-identity-header': header ?? '' }
  const answer = await request(url.href, { headers })
  const body = (await answer.json()) as { readonly access_token?: string }
  if (!body.access_token) throw new Error('the machine has no token')
  return body.access_token
}
