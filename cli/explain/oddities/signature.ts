import { textOf } from '../claims.ts'
import { isGraphAudience } from '../known-resources.ts'
import { type Check, oddity } from './oddity.ts'

const isUnsigned: Check = ({ header, isSigned }) => {
  if (textOf(header, 'alg')?.toLowerCase() !== 'none' && isSigned) return undefined
  return oddity(
    'It is not signed: anybody could have written it.',
    'Reject tokens without a signature, and tokens whose header says alg none.',
  )
}

const isSymmetric: Check = ({ header }) => {
  const alg = textOf(header, 'alg') ?? ''
  if (!/^HS\d+$/i.test(alg)) return undefined
  return oddity(
    `Its algorithm ${alg} uses a shared secret: anyone who can verify the token can also forge one, and Entra never uses it.`,
    'Verify with a fixed list of algorithms (RS256 for tokens of Entra), never with the one that the token names.',
  )
}

const isOtherAlgorithm: Check = ({ header, kind }) => {
  const alg = textOf(header, 'alg')
  if (alg === undefined) {
    return oddity(
      'Its header names no algorithm.',
      'Find out what truncated or rewrote the header.',
    )
  }
  const usual = kind === 'client-assertion' ? /^(RS|PS)(256|384|512)$/ : /^RS256$/
  if (usual.test(alg) || /^(HS\d+|none)$/i.test(alg)) return undefined
  return oddity(
    `Its algorithm is ${alg}; every captured token of Entra is signed with RS256.`,
    'Find out who issued it.',
  )
}

const hasHeaderNonce: Check = ({ header, claims }) => {
  if (textOf(header, 'nonce') === undefined) return undefined
  const who = isGraphAudience(claims.aud) ? 'Microsoft Graph' : 'the resource it is for'
  return oddity(
    `Its header has a nonce, so only ${who} can verify its signature.`,
    'Do not verify it yourself, and do not treat the failure as a forgery. A token for another resource is opaque to you.',
  )
}

const namesNoKey: Check = ({ header, kind }) => {
  const names = ['kid', 'x5t', 'x5t#S256', 'x5c']
  if (names.some((name) => Object.hasOwn(header, name))) return undefined
  if (kind !== 'client-assertion') {
    return oddity(
      'Its header names no key (kid).',
      'Find out who issued it: tokens of Entra name one.',
    )
  }
  return oddity(
    'Its header identifies no certificate, so Entra refuses it (AADSTS5002723).',
    'Add x5t#S256 to the header: base64url of the SHA-256 of the certificate in DER form.',
  )
}

export const signatureChecks: readonly Check[] = [
  isUnsigned,
  isSymmetric,
  isOtherAlgorithm,
  hasHeaderNonce,
  namesNoKey,
]
