import { constants, createHash, generateKeyPairSync } from 'node:crypto'
import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const hex = (text: unknown) => Buffer.from(String(text), 'base64url').toString('hex')

/** Clients written by hand that present their credential wrongly. */
export const provingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: signs with a key of its own',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({
      sign: (draft) => {
        draft.privateKeyPem = otherKey
      },
    }),
  },
  {
    name: 'by hand: says PS256 and signs by RS256',
    breaks: 'LEG-TOKEN',
    seams: writtenByHand({
      sign: (draft) => {
        draft.padding = constants.RSA_PKCS1_PADDING
      },
    }),
  },
  {
    name: 'by hand: names the certificate by kid in hex alone',
    breaks: 'SIGN-HEADER',
    seams: writtenByHand({
      sign: ({ header }) => {
        header.kid = hex(header['x5t#S256']).toUpperCase()
        delete header['x5t#S256']
      },
    }),
  },
  {
    name: 'by hand: writes the thumbprint in hex',
    breaks: 'SIGN-THUMBPRINT-KIND',
    seams: writtenByHand({
      sign: ({ header }) => {
        header['x5t#S256'] = hex(header['x5t#S256'])
      },
    }),
  },
  {
    name: 'by hand: writes the thumbprint in standard Base64',
    breaks: 'SIGN-THUMBPRINT',
    seams: writtenByHand({
      sign: ({ header }) => {
        header['x5t#S256'] = Buffer.from(String(header['x5t#S256']), 'base64url').toString('base64')
      },
    }),
  },
  {
    name: 'by hand: writes a SHA-256 thumbprint as x5t',
    breaks: 'SIGN-THUMBPRINT-KIND',
    seams: writtenByHand({
      sign: ({ header }) => {
        header.x5t = header['x5t#S256']
        delete header['x5t#S256']
      },
    }),
  },
  {
    name: 'by hand: takes the thumbprint of the PEM text',
    breaks: 'LEG-TOKEN',
    alsoBreaks: [...also('its scenarios meet the same fault', 'SIGN-CHAIN-ORDER')],
    seams: writtenByHand({
      sign: ({ header, chain }) => {
        const pem = chain[0]?.toString() ?? ''
        header['x5t#S256'] = createHash('sha256').update(pem).digest('base64url')
      },
    }),
  },
  {
    name: 'by hand: signs for the issuer and not for the token endpoint',
    breaks: 'SIGN-AUDIENCE',
    seams: writtenByHand({
      sign: ({ claims }) => {
        claims.aud = String(claims.aud).replace('/oauth2/v2.0/token', '/v2.0')
      },
    }),
  },
  {
    name: 'by hand: signs for the configured tenant, whichever the call names',
    breaks: 'SIGN-AUDIENCE',
    seams: writtenByHand({
      sign: ({ claims, setup }) => {
        claims.aud = `${setup.authorityHost}/${setup.tenantId}/oauth2/v2.0/token`
      },
    }),
  },
  {
    name: 'by hand: signs for a list of audiences',
    breaks: 'SIGN-AUDIENCE',
    seams: writtenByHand({
      sign: ({ claims }) => {
        claims.aud = [claims.aud]
      },
    }),
  },
  {
    name: 'by hand: writes times in milliseconds',
    breaks: 'SIGN-LIFETIME',
    alsoBreaks: [...also('its scenarios meet the same fault', 'LEG-TOKEN')],
    seams: writtenByHand({
      sign: ({ claims, nowMs }) => {
        Object.assign(claims, { iat: nowMs, nbf: nowMs - 1e9, exp: nowMs + 600_000 })
      },
    }),
  },
  {
    name: 'by hand: an assertion of a year',
    breaks: 'SIGN-LIFETIME',
    seams: writtenByHand({
      sign: ({ claims }) => {
        claims.exp = Number(claims.iat) + 365 * 86_400
      },
    }),
  },
  {
    name: 'by hand: an assertion without an end',
    breaks: 'SIGN-CLAIMS',
    seams: writtenByHand({
      sign: ({ claims }) => {
        delete claims.exp
      },
    }),
  },
  {
    name: 'by hand: the id of an assertion is the id of its client',
    breaks: 'SIGN-UNIQUE',
    seams: writtenByHand({
      sign: ({ claims }) => {
        claims.jti = claims.iss
      },
    }),
  },
  {
    name: 'by hand: an assertion without an id',
    breaks: 'SIGN-CLAIMS',
    seams: writtenByHand({
      sign: ({ claims }) => {
        delete claims.jti
      },
    }),
  },
  {
    name: 'by hand: another subject than issuer',
    breaks: 'SIGN-CLAIMS',
    seams: writtenByHand({
      sign: ({ claims, setup }) => {
        claims.sub = setup.tenantId
      },
    }),
  },
  {
    name: 'by hand: writes its version into the header',
    breaks: 'SIGN-MEMBERS',
    seams: writtenByHand({
      sign: ({ header }) => {
        header.ver = '1.0'
      },
    }),
  },
]
