import type { Directory } from '../cast/directory.ts'
import type { TokenChoice } from '../targets/target.ts'

type Facts = {
  readonly directory: Directory
  readonly nowSeconds: number
  /** The public key of the stranger, as a JWK with its certificate. */
  readonly stranger: () => Promise<Readonly<Record<string, unknown>>>
}

/** How a token departs from a good one, by the words of the features. */
export type Forgery = (facts: Facts) => Partial<TokenChoice> | Promise<Partial<TokenChoice>>

const claims = (change: Readonly<Record<string, unknown>>): Partial<TokenChoice> => ({
  claims: change,
})
const issuerOf = ({ authorityHost }: Directory, tenantId: string) =>
  `${authorityHost}/${tenantId}/v2.0`
const byStranger = (header: Readonly<Record<string, unknown>>): Partial<TokenChoice> => ({
  signWith: 'stranger',
  header,
})
const hmac =
  (signWith: 'hmacOfPem' | 'hmacOfDer' | 'hmacOfModulus', alg: string): Forgery =>
  () => ({ signWith, header: { alg } })

const audiences: Readonly<Record<string, Forgery>> = {
  // They keep the role of the API: without it, they would be refused for another reason.
  'for Microsoft Graph': ({ directory }) => claims({ aud: directory.clientId('Microsoft Graph') }),
  'for another API': ({ directory }) => claims({ aud: directory.clientId('Ledger API') }),
  'for the blueprint': ({ directory }) => claims({ aud: directory.clientId('Concierge') }),
  'for an API whose id begins alike': ({ directory }) =>
    claims({ aud: `${directory.clientId('Orders API')}0` }),
  'for an API whose id ends alike': ({ directory }) =>
    claims({ aud: `0${directory.clientId('Orders API')}` }),
  'without an audience': () => claims({ aud: null }),
  'with an empty audience': () => claims({ aud: '' }),
}

const issuers: Readonly<Record<string, Forgery>> = {
  'issued by another tenant': ({ directory }) =>
    claims({ iss: issuerOf(directory, directory.tenantId('Fabrikam')) }),
  'issued by {tenantid}': ({ directory }) => claims({ iss: issuerOf(directory, '{tenantid}') }),
  'issued by a host that looks alike': ({ directory }) =>
    claims({
      iss: `https://login.microsoftonline.com.elsewhere.example/${directory.tenantId('Contoso')}/v2.0`,
    }),
  'issued by a longer name': ({ directory }) =>
    claims({ iss: `${issuerOf(directory, directory.tenantId('Contoso'))}/elsewhere` }),
  'without an issuer': () => claims({ iss: null }),
}

const times: Readonly<Record<string, Forgery>> = {
  'that ended an hour ago': () => ({ lifetimeSeconds: -3600 }),
  'that ended a day ago': () => ({ lifetimeSeconds: -86_400 }),
  'that begins in an hour': ({ nowSeconds }) =>
    claims({ nbf: nowSeconds + 3600, exp: nowSeconds + 7200 }),
  'that never ends': () => claims({ exp: null }),
}

const signatures: Readonly<Record<string, Forgery>> = {
  'signed by a stranger': () => ({ signWith: 'stranger' }),
  'with one bit of its signature flipped': () => ({
    edits: [{ segment: 'signature', flipBit: 1000 }],
  }),
  'with another payload under its signature': ({ nowSeconds }) => ({
    edits: [
      {
        segment: 'payload',
        text: Buffer.from(JSON.stringify({ exp: nowSeconds + 3600, roles: ['Admin'] })).toString(
          'base64url',
        ),
      },
    ],
  }),
  'with one bit of its payload flipped': () => ({ edits: [{ segment: 'payload', flipBit: 200 }] }),
  'with half of its signature': () => ({ edits: [{ segment: 'signature', keep: 171 }] }),
  'without its signature': () => ({ edits: [{ segment: 'signature', keep: 0 }] }),
  'with a fourth part': () => ({ edits: [{ append: '.AAAA' }] }),
  'with other characters after its signature': () => ({ edits: [{ append: '!!!!' }] }),
}

const none =
  (alg: string): Forgery =>
  () => ({ signWith: 'none', header: { alg } })
const nobody: Readonly<Record<string, Forgery>> = {
  'with the algorithm none': none('none'),
  'with the algorithm None': none('None'),
  'with the algorithm nOnE': none('nOnE'),
  'with the algorithm none over its own signature': () => ({ header: { alg: 'none' } }),
  'without an algorithm': () => ({ header: { alg: null } }),
}

const confusions: Readonly<Record<string, Forgery>> = {
  'with HS256 over the PEM of the key': hmac('hmacOfPem', 'HS256'),
  'with HS256 over the DER of the key': hmac('hmacOfDer', 'HS256'),
  'with HS256 over the modulus of the key': hmac('hmacOfModulus', 'HS256'),
  'with HS384 over the PEM of the key': hmac('hmacOfPem', 'HS384'),
  'with HS512 over the PEM of the key': hmac('hmacOfPem', 'HS512'),
  'with ES256 and the kid of an RSA key': () => byStranger({ alg: 'ES256' }),
}

const keySources: Readonly<Record<string, Forgery>> = {
  'that carries its key as jwk': async ({ stranger }) => {
    const { kty, n, e, kid } = await stranger()
    return byStranger({ jwk: { kty, n, e }, kid })
  },
  'that carries its certificate as x5c': async ({ stranger }) => {
    const { x5c, kid } = await stranger()
    return byStranger({ x5c, kid })
  },
  'whose jku leads to its key': async ({ directory, stranger }) =>
    byStranger({
      jku: `${directory.authorityHost}/_mock/keys/stranger`,
      kid: (await stranger()).kid,
    }),
  'whose x5u leads to its key': async ({ directory, stranger }) =>
    byStranger({
      x5u: `${directory.authorityHost}/_mock/keys/stranger`,
      kid: (await stranger()).kid,
    }),
  'with a kid that nobody knows': () => byStranger({ kid: 'nobody-knows-this-key' }),
  'with a path for a kid': () => byStranger({ kid: '../../../../dev/null' }),
  'with SQL for a kid': () => byStranger({ kid: "' UNION SELECT 'key" }),
  'without a kid': () => byStranger({ kid: null, x5t: null }),
}

const others: Readonly<Record<string, Forgery>> = {
  'of another tenant': ({ directory }) => {
    const tenantId = directory.tenantId('Fabrikam')
    return claims({ iss: issuerOf(directory, tenantId), tid: tenantId })
  },
  'whose tid is another tenant': ({ directory }) => claims({ tid: directory.tenantId('Fabrikam') }),
  'whose tid is no GUID': () => claims({ tid: 'common' }),
  'without a tid': () => claims({ tid: null }),
  'with a nonce in its header, signed by a stranger': () =>
    byStranger({ nonce: 'bm9uY2Utb2YtYS1zdHJhbmdlcg' }),
  'with a nonce in its header and one bit of its signature flipped': () => ({
    header: { nonce: 'bm9uY2Utb2YtYS1zdHJhbmdlcg' },
    edits: [{ segment: 'signature', flipBit: 1000 }],
  }),
  'signed by a key of another issuer': () => ({ signWith: 'otherTenant' }),
}

export const forgeries: Readonly<Record<string, Forgery>> = {
  ...audiences,
  ...issuers,
  ...times,
  ...signatures,
  ...nobody,
  ...confusions,
  ...keySources,
  ...others,
}
