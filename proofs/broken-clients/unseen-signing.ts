import { constants, createHash, createHmac, createPrivateKey, sign } from 'node:crypto'
import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Letter } from './unseen-client-parts.ts'

const firstThumbprints = new Map<string, unknown>()

/** Changes the assertion of a certificate after it was signed. */
const afterSigning = (change: (jwt: string, privateKeyPem: string) => string) =>
  writtenByHand({
    letter: ({ form, leg, asked }: Letter) => {
      const { credential } = asked.setup
      const jwt = form.get('client_assertion')
      if (leg !== 't1' || credential.type !== 'certificate' || jwt === null) return
      form.set('client_assertion', change(jwt, credential.privateKeyPem))
    },
  })

const textOf = (jwt: string) => jwt.split('.').slice(0, 2).join('.')

/** Clients written by hand that sign wrongly. */
export const signingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: breaks the lines of its x5c',
    breaks: 'SIGN-HEADER',
    seams: writtenByHand({
      sign: ({ header }) => {
        if (!Array.isArray(header.x5c)) return
        header.x5c = header.x5c.map((der) => String(der).replace(/.{64}/g, '$&\n'))
      },
    }),
  },
  {
    name: 'by hand: writes its x5c in Base64url',
    breaks: 'SIGN-HEADER',
    seams: writtenByHand({
      sign: ({ header, chain }) => {
        if (header.x5c) header.x5c = chain.map(({ raw }) => raw.toString('base64url'))
      },
    }),
  },
  {
    name: 'by hand: sends its key with its chain',
    breaks: 'SIGN-HEADER',
    alsoBreaks: [...also('its scenarios meet the same fault', 'SIGN-CHAIN')],
    seams: writtenByHand({
      sign: ({ header, privateKeyPem }) => {
        if (!Array.isArray(header.x5c)) return
        const key = createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' })
        header.x5c = [...header.x5c, key.toString('base64')]
      },
    }),
  },
  {
    name: 'by hand: sends its private key as jwk',
    breaks: 'SIGN-MEMBERS',
    seams: writtenByHand({
      sign: ({ header, privateKeyPem }) => {
        header.jwk = createPrivateKey(privateKeyPem).export({ format: 'jwk' })
      },
    }),
  },
  {
    name: 'by hand: uses one jti for all assertions',
    breaks: 'SIGN-UNIQUE',
    seams: writtenByHand({
      sign: ({ claims }) => {
        claims.jti = claims.iss
      },
    }),
  },
  {
    name: 'by hand: an assertion that begins in an hour',
    breaks: 'LEG-TOKEN',
    alsoBreaks: [...also('its scenarios meet the same fault', 'SIGN-LIFETIME')],
    seams: writtenByHand({
      sign: ({ claims }) => {
        Object.assign(claims, { nbf: Number(claims.iat) + 3600, exp: Number(claims.iat) + 4200 })
      },
    }),
  },
  {
    name: 'by hand: writes the end of an assertion as a date',
    breaks: 'SIGN-CLAIMS',
    seams: writtenByHand({
      sign: ({ claims }) => {
        claims.exp = new Date(Number(claims.exp) * 1000).toISOString()
      },
    }),
  },
  {
    name: 'by hand: says RS256 and signs by PS256',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({
      sign: ({ header }) => {
        header.alg = 'RS256'
      },
    }),
  },
  {
    name: 'by hand: signs PS256 with a salt of twenty bytes',
    breaks: 'LEG-TOKEN',
    seams: afterSigning((jwt, key) => {
      const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }
      const signature = sign('sha256', Buffer.from(textOf(jwt)), options)
      return `${textOf(jwt)}.${signature.toString('base64url')}`
    }),
  },
  {
    name: 'by hand: signs with its key as if it were a password',
    breaks: 'SIGN-HEADER',
    seams: afterSigning((jwt, key) => {
      const [header = '', claims] = jwt.split('.')
      const read = JSON.parse(Buffer.from(header, 'base64url').toString())
      const hs = Buffer.from(JSON.stringify({ ...read, alg: 'HS256' })).toString('base64url')
      const signature = createHmac('sha256', key).update(`${hs}.${claims}`).digest('base64url')
      return `${hs}.${claims}.${signature}`
    }),
  },
  {
    name: 'by hand: pads the parts of an assertion',
    breaks: 'LEG-TOKEN',
    seams: afterSigning((jwt) =>
      jwt
        .split('.')
        .map((part) => part.padEnd(Math.ceil(part.length / 4) * 4, '='))
        .join('.'),
    ),
  },
  {
    name: 'by hand: takes the thumbprint of the issuer',
    breaks: 'SIGN-CHAIN-ORDER',
    seams: writtenByHand({
      sign: ({ header, chain }) => {
        const der = chain.at(-1)?.raw ?? ''
        header['x5t#S256'] = createHash('sha256').update(der).digest('base64url')
      },
    }),
  },
  {
    name: 'by hand: keeps the thumbprint of its first certificate',
    breaks: 'RENEW-SECRET',
    seams: writtenByHand({
      sign: ({ header, setup }) => {
        const known = firstThumbprints.get(setup.blueprintClientId) ?? header['x5t#S256']
        firstThumbprints.set(setup.blueprintClientId, known)
        header['x5t#S256'] = known
      },
    }),
  },
  {
    name: 'by hand: issues an assertion in the name of the authority',
    breaks: 'SIGN-CLAIMS',
    seams: writtenByHand({
      sign: ({ claims, setup }) => {
        claims.iss = `${setup.authorityHost}/${setup.tenantId}/v2.0`
      },
    }),
  },
  {
    name: 'by hand: signs for a host without its port',
    breaks: 'SIGN-AUDIENCE',
    seams: writtenByHand({
      sign: ({ claims, setup }) => {
        const { protocol, hostname } = new URL(setup.authorityHost)
        claims.aud = `${protocol}//${hostname}/${setup.tenantId}/oauth2/v2.0/token`
      },
    }),
  },
]
