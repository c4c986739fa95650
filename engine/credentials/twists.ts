import { randomUUID } from 'node:crypto'
import type { KeyPair } from '../cast/directory.ts'
import { strangersKeyPair } from './key-pairs.ts'
import { reshape, type Shape, signedBy, thumbprintsOf } from './shape.ts'

/** One way in which an assertion differs from a good one. */
export type Twist = (shape: Shape, nowSeconds: number) => Shape | Promise<Shape>

const anHour = 3_600
const guid = /[0-9a-f-]{36}/

/** By the words that follow the kind of assertion: "a certificate assertion that has expired". */
export const twists: Readonly<Record<string, Twist>> = {
  'that has expired': (shape, now) =>
    reshape(shape, { claims: { iat: now - anHour, nbf: now - anHour, exp: now - 60 } }),
  'that has not started': (shape, now) =>
    reshape(shape, { claims: { nbf: now + anHour, exp: now + 2 * anHour } }),
  'that starts within the allowed skew': (shape, now) =>
    reshape(shape, { claims: { nbf: now + 240 } }),
  'without an expiry': (shape) => reshape(shape, { claims: { exp: undefined } }),
  'without a time of issue': (shape) => reshape(shape, { claims: { iat: undefined } }),
  'without an issuer': (shape) => reshape(shape, { claims: { iss: undefined } }),
  'without an audience': (shape) => reshape(shape, { claims: { aud: undefined } }),
  'with times as text': (shape) =>
    reshape(shape, {
      claims: { nbf: String(shape.claims.nbf), exp: String(shape.claims.exp) },
    }),
  'for another audience': (shape) =>
    reshape(shape, { claims: { aud: 'https://elsewhere.example' } }),
  'for another tenant': (shape) =>
    reshape(shape, { claims: { aud: String(shape.claims.aud).replace(guid, randomUUID()) } }),
  'of another issuer': (shape) => reshape(shape, { claims: otherIssuer(shape) }),
  'of another subject': (shape) => reshape(shape, { claims: { sub: randomUUID() } }),
  'of its subject in upper case': (shape) =>
    reshape(shape, { claims: { sub: String(shape.claims.sub).toUpperCase() } }),
  'with a critical header': (shape) => reshape(shape, { header: { crit: ['exp'] } }),
  'with an unknown header': (shape) => reshape(shape, { header: { gty: 'client_credentials' } }),
  'with a subject that is a list': (shape) =>
    reshape(shape, { claims: { sub: [shape.claims.sub] } }),
  'with a start that is no number': (shape) => reshape(shape, { claims: { nbf: 'now' } }),
  'of the type of an access token': (shape) => reshape(shape, { header: { typ: 'at+jwt' } }),
  'with a list of audiences': (shape) => reshape(shape, { claims: { aud: [shape.claims.aud] } }),
  'for its audience with a port': (shape) =>
    reshape(shape, { claims: { aud: withPort(String(shape.claims.aud)) } }),
  'for its audience with a fragment': (shape) =>
    reshape(shape, { claims: { aud: `${String(shape.claims.aud)}#fragment` } }),
  'for its audience with a slash': (shape) =>
    reshape(shape, { claims: { aud: `${String(shape.claims.aud)}/` } }),
  'for the host of its audience': (shape) =>
    reshape(shape, { claims: { aud: new URL(String(shape.claims.aud)).origin } }),
  'for the issuer of its audience': (shape) =>
    reshape(shape, {
      claims: { aud: String(shape.claims.aud).replace('/oauth2/v2.0/token', '/v2.0') },
    }),
  'without a thumbprint': (shape) =>
    reshape(shape, { header: { 'x5t#S256': undefined, x5t: undefined, kid: undefined } }),
  'named by its SHA-1 thumbprint': (shape) =>
    reshape(shape, {
      header: { 'x5t#S256': undefined, x5t: thumbprintsOf(shape).sha1 },
    }),
  'named by its SHA-256 thumbprint with padding': (shape) =>
    reshape(shape, { header: { 'x5t#S256': `${thumbprintsOf(shape).sha256}=` } }),
  'named by its SHA-256 thumbprint in base64': (shape) =>
    reshape(shape, { header: { 'x5t#S256': inBase64(thumbprintsOf(shape).sha256) } }),
  'signed with PS256': (shape) => reshape(shape, { header: { alg: 'PS256' } }),
  'signed with RS256': (shape) => reshape(shape, { header: { alg: 'RS256' } }),
  'signed with a shared secret': (shape) => reshape(shape, { header: { alg: 'HS256' } }),
  'without a signature': (shape) => reshape(shape, { header: { alg: 'none' } }),
  'with a broken signature': async (shape) => signedBy(shape, await strangersKeyPair()),
  'signed with another key': async (shape) => withStrangersKey(shape, await strangersKeyPair()),
}

/** The port that a URL of this kind has anyway; another one where it names its port. */
function withPort(url: string): string {
  const { port } = new URL(url)
  return port === ''
    ? url.replace(/^(https:\/\/[^/]+)/, '$1:443')
    : url.replace(`:${port}`, `:0${port}`)
}

function inBase64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64')
}

/** The issuer of a certificate assertion is a client id, of a federated token a URL. */
function otherIssuer({ claims }: Shape) {
  const isUrl = URL.canParse(String(claims.iss))
  return { iss: isUrl ? 'https://token.other.example' : randomUUID() }
}

function withStrangersKey(shape: Shape, signedWith: KeyPair): Shape {
  const { sha1, sha256 } = thumbprintsOf({ signedWith })
  const names: Record<string, string> = { kid: sha1, x5t: sha1, 'x5t#S256': sha256 }
  const renamed = Object.keys(shape.header).flatMap((member) =>
    names[member] === undefined ? [] : [[member, names[member]]],
  )
  return signedBy(reshape(shape, { header: Object.fromEntries(renamed) }), signedWith)
}
