import { constants, sign } from 'node:crypto'
import type { AuthenticationContext, Credential } from '../../client/index.ts'
import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { readJwt } from '../../wire/jwt.ts'
import { also, type BrokenClient } from './broken-client.ts'

type Part = Readonly<Record<string, unknown>>
type Assertion = { readonly header: Part; readonly claims: Part }
type Change = (
  assertion: Assertion,
  context: AuthenticationContext,
  setup: ClientSetup,
) => Assertion

const encode = (part: Part) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** The assertion of the reference client, changed and signed anew with the key of the certificate. */
function signs(change: Change): Pick<Seams, 'credential'> {
  return {
    credential: (credential, setup): Credential => {
      const { credential: told } = setup
      if (told.type !== 'certificate') return credential
      return {
        ...credential,
        authenticate: async (context) => {
          const form = await credential.authenticate(context)
          const original = readJwt(String(form.client_assertion))
          if (!original) throw new TypeError('the reference client sends no assertion')
          const changed = change(original, context, setup)
          return { ...form, client_assertion: signed(changed, told.privateKeyPem) }
        },
      }
    },
  }
}

function signed({ header, claims }: Assertion, privateKeyPem: string): string {
  const text = `${encode(header)}.${encode(claims)}`
  const isPss = String(header.alg).startsWith('PS')
  const padding = isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  const hash = `sha${String(header.alg).slice(2)}`
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  const key = { key: privateKeyPem, padding, ...(isPss && { saltLength }) }
  return `${text}.${sign(hash, Buffer.from(text), key).toString('base64url')}`
}

export const signsHeader = (change: (header: Part) => Part) =>
  signs(({ header, claims }) => ({ header: change(header), claims }))
export const signsClaims = (change: (claims: Part, ...rest: Rest) => Part) =>
  signs(({ header, claims }, ...rest) => ({ header, claims: change(claims, ...rest) }))
type Rest = readonly [context: AuthenticationContext, setup: ClientSetup]

const asBase64 = (text: unknown) => Buffer.from(String(text), 'base64url').toString('base64')

/** What the assertion of a certificate says wrongly. */
export const signingWrongly: readonly BrokenClient[] = [
  {
    name: 'addresses its assertion to its own tenant, whatever tenant is asked',
    breaks: 'SIGN-AUDIENCE',
    seenBy: 'AUTHORITY-CALL-TENANT',
    toleratedBy: ['CERT-AUDIENCE'],
    seams: signsClaims((claims, { tokenEndpoint }, { tenantId }) => ({
      ...claims,
      aud: tokenEndpoint.replace(/[0-9a-f-]{36}/, tenantId),
    })),
  },
  {
    name: 'addresses its assertion to the issuer',
    breaks: 'SIGN-AUDIENCE',
    toleratedBy: ['CERT-AUDIENCE'],
    seams: signsClaims((claims, { tokenEndpoint }) => ({
      ...claims,
      aud: tokenEndpoint.replace('oauth2/v2.0/token', 'v2.0'),
    })),
  },
  {
    name: 'names no certificate in the header of its assertion',
    breaks: 'SIGN-HEADER',
    toleratedBy: ['CERT-THUMBPRINT', 'CERT-KNOWN'],
    seams: signsHeader(({ 'x5t#S256': _, ...header }) => header),
  },
  {
    name: 'writes the thumbprint of its certificate in hexadecimal with colons',
    breaks: 'SIGN-HEADER',
    alsoBreaks: also('a colon is not of base64url', 'SIGN-THUMBPRINT'),
    toleratedBy: ['CERT-KNOWN'],
    seams: signsHeader((header) => ({
      ...header,
      'x5t#S256': Buffer.from(String(header['x5t#S256']), 'base64url')
        .toString('hex')
        .replace(/..(?!$)/g, '$&:'),
    })),
  },
  {
    name: 'writes the thumbprint of its certificate in base64 with padding',
    breaks: 'SIGN-THUMBPRINT',
    seams: signsHeader((header) => ({ ...header, 'x5t#S256': asBase64(header['x5t#S256']) })),
  },
  {
    name: 'signs its assertion with RS384',
    breaks: 'SIGN-HEADER',
    toleratedBy: ['ASSERT-ALG'],
    seams: signsHeader((header) => ({ ...header, alg: 'RS384' })),
  },
  {
    name: 'marks a member of the header of its assertion as critical',
    breaks: 'SIGN-MEMBERS',
    toleratedBy: ['ASSERT-HEADER'],
    seams: signsHeader((header) => ({ ...header, crit: ['x5t#S256'] })),
  },
  {
    name: 'writes into the header of its assertion how it was granted',
    breaks: 'SIGN-MEMBERS',
    toleratedBy: ['ASSERT-HEADER'],
    seams: signsHeader((header) => ({ ...header, gty: 'client_credentials' })),
  },
  {
    name: 'calls its assertion an access token',
    breaks: 'SIGN-HEADER',
    toleratedBy: ['ASSERT-JWT-TYPE'],
    seams: signsHeader((header) => ({ ...header, typ: 'at+jwt' })),
  },
  {
    name: 'writes x5c as text',
    breaks: 'SIGN-HEADER',
    alsoBreaks: also('text holds no chain', 'SIGN-CHAIN'),
    seams: signsHeader(({ x5c, ...header }) =>
      Array.isArray(x5c) ? { ...header, x5c: x5c.join('') } : header,
    ),
  },
  {
    name: 'sends its certificate without the issuer',
    breaks: 'SIGN-CHAIN',
    seams: signsHeader(({ x5c, ...header }) =>
      Array.isArray(x5c) ? { ...header, x5c: x5c.slice(0, 1) } : header,
    ),
  },
  {
    name: 'names its tenant as the subject of its assertion',
    breaks: 'SIGN-CLAIMS',
    toleratedBy: ['CERT-SUBJECT'],
    seams: signsClaims((claims, _, { tenantId }) => ({ ...claims, sub: tenantId })),
  },
  {
    name: 'gives its assertion no id',
    breaks: 'SIGN-CLAIMS',
    seams: signsClaims(({ jti: _, ...claims }) => claims),
  },
  {
    name: 'signs an assertion that holds for a year',
    breaks: 'SIGN-LIFETIME',
    seams: signsClaims((claims) => ({ ...claims, exp: Number(claims.exp) + 365 * 86_400 })),
  },
  {
    name: 'signs an assertion that never expires',
    breaks: 'SIGN-CLAIMS',
    toleratedBy: ['CERT-EXPIRED'],
    seams: signsClaims(({ exp: _, ...claims }) => claims),
  },
  {
    name: 'presents an assertion of its certificate that has expired',
    breaks: 'RENEW-ASSERTION',
    toleratedBy: ['CERT-EXPIRED'],
    seams: signsClaims((claims, { now }) => ({
      ...claims,
      nbf: Math.floor(now() / 1000) - 900,
      exp: Math.floor(now() / 1000) - 300,
    })),
  },
]
