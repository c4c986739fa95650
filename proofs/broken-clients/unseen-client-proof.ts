import { constants, createHash, randomUUID, sign, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ClientFetch } from '../../client/index.ts'
import type { ClientCredential, ClientSetup } from '../../engine/clients/client-under-test.ts'
import { failed } from './unseen-failure.ts'

type Certificate = Extract<ClientCredential, { type: 'certificate' }>
type Machine = Extract<ClientCredential, { type: 'managedIdentity' }>

/** An assertion before its signature, to be changed. */
export type Draft = {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  privateKeyPem: string
  padding: number
  readonly chain: readonly X509Certificate[]
  readonly nowMs: number
  readonly setup: ClientSetup
}

/** How a credential is presented. Every part may be replaced by a wrong one. */
export type ProofParts = {
  readonly sign: (draft: Draft) => void
  readonly machineUrl: (url: URL, machine: Machine) => void
  readonly machineHeaders: (headers: Record<string, string>) => void
  readonly machineAttempts: number
  readonly fileText: (text: string) => string
}

export const rightProof: ProofParts = {
  sign: () => {},
  machineUrl: () => {},
  machineHeaders: () => {},
  machineAttempts: 3,
  fileText: (text) => text.trim(),
}

export const jwtBearer = (jwt: string) => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: jwt,
})

/** The form parameters that prove the blueprint to the token endpoint. */
export async function prove(
  setup: ClientSetup,
  send: ClientFetch,
  url: string,
  parts: ProofParts,
): Promise<Record<string, string>> {
  const { credential } = setup
  if (credential.type === 'secret') return { client_secret: credential.value }
  if (credential.type === 'assertionFile') {
    return jwtBearer(parts.fileText(await readFile(credential.file, 'utf8')))
  }
  if (credential.type === 'certificate') return jwtBearer(signed(setup, credential, url, parts))
  return jwtBearer(await machineToken(setup, credential, send, parts))
}

function signed(
  setup: ClientSetup,
  { certificatePem, privateKeyPem, sendX5c }: Certificate,
  aud: string,
  { sign: change }: ProofParts,
): string {
  const pems = certificatePem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  const chain = (pems ?? []).map((pem) => new X509Certificate(pem))
  const thumbprint = createHash('sha256')
    .update(chain[0]?.raw ?? '')
    .digest('base64url')
  const x5c = chain.map(({ raw }) => raw.toString('base64'))
  const nowMs = setup.nowMs()
  const nowSeconds = Math.floor(nowMs / 1000)
  const id = setup.blueprintClientId
  const times = { iat: nowSeconds, nbf: nowSeconds, exp: nowSeconds + 600 }
  const draft: Draft = {
    header: { alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint, ...(sendX5c && { x5c }) },
    claims: { aud, iss: id, sub: id, jti: randomUUID(), ...times },
    privateKeyPem,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    chain,
    nowMs,
    setup,
  }
  change(draft)
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const text = `${encode(draft.header)}.${encode(draft.claims)}`
  const isPss = draft.padding === constants.RSA_PKCS1_PSS_PADDING
  const salt = isPss ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {}
  const key = { key: draft.privateKeyPem, padding: draft.padding, ...salt }
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

const resources = {
  public: 'api://AzureADTokenExchange',
  usGovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
} as const

async function machineToken(
  setup: ClientSetup,
  machine: Machine,
  send: ClientFetch,
  parts: ProofParts,
): Promise<string> {
  const { source, endpoint, header, clientId } = machine
  const url = new URL(endpoint)
  if (url.pathname === '/') url.pathname = '/metadata/identity/oauth2/token'
  url.searchParams.set('api-version', source === 'imds' ? '2018-02-01' : '2019-08-01')
  url.searchParams.set('resource', resources[setup.cloud])
  if (clientId !== undefined) url.searchParams.set('client_id', clientId)
  const headers: Record<string, string> =
    source === 'imds' ? { metadata: 'true' } : { 'x-identity-header': header ?? '' }
  parts.machineUrl(url, machine)
  parts.machineHeaders(headers)
  const { signal } = new AbortController()
  const ask = () => send(url.href, { method: 'GET', headers, redirect: 'manual', signal })
  let answer = await ask()
  for (let attempt = 1; isBusy(answer) && attempt < parts.machineAttempts; attempt += 1) {
    await setup.passTime(2 ** (attempt - 1))
    answer = await ask()
  }
  const { access_token: token } = (await answer.json()) as { readonly access_token?: string }
  if (answer.status !== 200 || !token) {
    throw failed({ kind: 'server', message: 'no machine token', status: answer.status })
  }
  return token
}

function isBusy({ status }: Response): boolean {
  return [404, 410, 429].includes(status) || status >= 500
}
