import { createHmac, createPublicKey, sign } from 'node:crypto'
import type { KeyPair } from '../cast/directory.ts'
import { strangersKeyPair } from './key-pairs.ts'
import { type PublicKey, publicKeyForms } from './public-key-forms.ts'
import type { Members } from './shape.ts'

/** What whoever tampers with a JWT can know: its public key, and the name under which it is presented. */
export type Knowledge = {
  readonly publicKey: () => Promise<PublicKey>
  /** `client_id` of the presenter. */
  readonly presenter: string
}

/** One way to change a signed JWT without its private key. */
type Tampering = (jwt: Parts, knowledge: Knowledge) => string | Promise<string>

/** The three parts as they were written. */
type Parts = { readonly header: string; readonly claims: string; readonly signature: string }

const aDay = 86_400

/** By the words that follow a JWT: "a copy of it that lives a day longer". */
export const tamperings: Readonly<Record<string, Tampering>> = {
  // The header is changed, and the signature kept.
  'that names its key by a thumbprint too': (jwt) =>
    joined({ ...jwt, header: changed(jwt.header, ({ kid }) => ({ x5t: kid })) }),
  'that names no key': (jwt) =>
    joined({ ...jwt, header: changed(jwt.header, () => ({ kid: undefined })) }),
  'that names another algorithm': (jwt) => joined({ ...jwt, header: withAlgorithm(jwt, 'RS512') }),
  'that names a newer algorithm': (jwt) => joined({ ...jwt, header: withAlgorithm(jwt, 'PS512') }),
  'that says that it needs no signature': (jwt) =>
    joined({ ...jwt, header: withAlgorithm(jwt, 'none') }),
  'that says in capitals that it needs no signature': (jwt) =>
    joined({ ...jwt, header: withAlgorithm(jwt, 'NONE'), signature: '' }),
  'that says both that it needs a signature and that it needs none': (jwt) =>
    joined({ ...jwt, header: firstMember(jwt.header, 'alg', 'none'), signature: '' }),

  // The claims are changed, and the signature kept.
  'that lives a day longer': (jwt) =>
    joined({ ...jwt, claims: changed(jwt.claims, ({ exp }) => ({ exp: Number(exp) + aDay })) }),
  'that lists its audience': (jwt) =>
    joined({ ...jwt, claims: changed(jwt.claims, ({ aud }) => ({ aud: [aud] })) }),
  'that claims a role': (jwt) =>
    joined({
      ...jwt,
      claims: changed(jwt.claims, () => ({ roles: ['Directory.ReadWrite.All'] })),
    }),
  'rewritten in its own name': (jwt, { presenter }) =>
    joined({
      ...jwt,
      claims: changed(jwt.claims, ({ sub }) => ({ sub: renamed(sub, presenter) })),
    }),
  'with its own name before the first': (jwt, { presenter }) =>
    joined({ ...jwt, claims: firstMember(jwt.claims, 'sub', renamed(subject(jwt), presenter)) }),
  'with its own name after the first': (jwt, { presenter }) =>
    joined({ ...jwt, claims: lastMember(jwt.claims, 'sub', renamed(subject(jwt), presenter)) }),

  // The signature is changed, or the number of parts.
  'with an empty signature': (jwt) => joined({ ...jwt, signature: '' }),
  // Four characters are three bytes, so that what is left is base64url.
  'with half a signature': ({ signature, ...jwt }) =>
    joined({ ...jwt, signature: signature.slice(0, 4 * Math.floor(signature.length / 8)) }),
  'with its signature twice': ({ signature, ...jwt }) =>
    joined({ ...jwt, signature: signature.repeat(2) }),
  'with a changed signature': ({ signature, ...jwt }) =>
    joined({ ...jwt, signature: `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}` }),
  'without its last part': ({ header, claims }) => `${header}.${claims}`,
  'with a fourth part': (jwt) => `${joined(jwt)}.${jwt.signature}`,
  // Whoever decodes base64 laxly reads the same bytes from another text (RFC 7515 section 2).
  'with padded parts': ({ header, claims, signature }) =>
    [header, claims, signature].map((part) => part + '='.repeat(-part.length & 3)).join('.'),
  'with a line break in it': ({ header, claims, signature }) =>
    `${header}.${claims.slice(0, 64)}\n${claims.slice(64)}.${signature}`,

  // It is signed by whoever tampers, with what is public or with a key of their own.
  ...keyedTamperings(),
  'signed with a key that it brings along': async (jwt) => {
    const pair = await strangersKeyPair()
    const jwk = createPublicKey(pair.certificatePem).export({ format: 'jwk' })
    return signedBy(pair, { ...jwt, header: changed(jwt.header, () => ({ jwk })) })
  },
  'signed with a certificate that it brings along': async (jwt) => {
    const pair = await strangersKeyPair()
    const x5c = [pair.certificatePem.replace(/-----[^-]+-----|\s/g, '')]
    return signedBy(pair, { ...jwt, header: changed(jwt.header, () => ({ x5c })) })
  },
}

/** @throws {TypeError} for what has not three parts */
export function tamper(jwt: string, phrase: string, knowledge: Knowledge) {
  const [header, claims, signature] = jwt.split('.')
  const change = tamperings[phrase]
  if (!change || !header || !claims || signature === undefined) {
    throw new TypeError(`cannot tamper with a JWT so that it is one '${phrase}'`)
  }
  return change({ header, claims, signature }, knowledge)
}

function joined({ header, claims, signature }: Parts): string {
  return `${header}.${claims}.${signature}`
}

function changed(part: string, change: (members: Members) => Members): string {
  const members = read(part)
  return write(JSON.stringify({ ...members, ...change(members) }))
}

function withAlgorithm({ header }: Parts, alg: string): string {
  return changed(header, () => ({ alg }))
}

/** The member a second time: JSON can say one name twice, an object of JavaScript cannot. */
function firstMember(part: string, name: string, value: string): string {
  return write(`{${JSON.stringify(name)}:${JSON.stringify(value)},${textOf(part).slice(1)}`)
}

function lastMember(part: string, name: string, value: string): string {
  return write(`${textOf(part).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`)
}

function subject({ claims }: Parts): unknown {
  return read(claims).sub
}

/** The subject of T1 ends with the agent identity. */
function renamed(sub: unknown, name: string): string {
  const text = String(sub)
  return `${text.slice(0, text.lastIndexOf('/') + 1)}${name}`
}

/** The public key taken for a shared secret, in every form. */
function keyedTamperings(): Readonly<Record<string, Tampering>> {
  const forms = Object.entries(publicKeyForms).map(([form, secretOf]): [string, Tampering] => [
    `signed with ${form}`,
    async (jwt, { publicKey }) => keyed(jwt, secretOf(await publicKey())),
  ])
  return Object.fromEntries(forms)
}

function keyed({ header, claims }: Parts, secret: string | Buffer): string {
  const text = `${changed(header, () => ({ alg: 'HS256' }))}.${claims}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

function signedBy({ privateKeyPem }: KeyPair, { header, claims }: Parts): string {
  const text = `${changed(header, () => ({ alg: 'RS256' }))}.${claims}`
  return `${text}.${sign('sha256', Buffer.from(text), privateKeyPem).toString('base64url')}`
}

function textOf(part: string): string {
  return Buffer.from(part, 'base64url').toString()
}

function read(part: string): Members {
  return JSON.parse(textOf(part)) as Members
}

function write(text: string): string {
  return Buffer.from(text).toString('base64url')
}
