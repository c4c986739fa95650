import { type Acceptance, acceptances, type Refused } from './accepting.ts'
import { isFederated, isOfCertificate, isT1 } from './kinds-of-assertion.ts'

const algorithm = ({ header }: Refused) => String(header.alg)
const signature = ({ parts }: Refused) => parts[2] ?? ''
const hasThree = ({ parts }: Refused) => parts.length === 3
/** The token that was issued with the same claims. */
const original = ({ parts, issued }: Refused) => issued.find(([, claims]) => claims === parts[1])
const issuedSignature = (refused: Refused) => original(refused)?.[2] ?? '-'
const isAsIssued = (refused: Refused) => original(refused)?.[0] === refused.parts[0]
const keepsSignature = ({ parts, issued }: Refused) =>
  parts.length === 3 && issued.some(([, , signed]) => signed === parts[2])
/** Claims that are not those of the token whose signature they bear. */
const rewritten = (refused: Refused) => keepsSignature(refused) && original(refused) === undefined
const issuedClaims = (refused: Refused) => {
  const [, claims = ''] = refused.issued.find(([, , one]) => one === refused.parts[2]) ?? []
  return JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as Refused['claims']
}
const text = ({ parts }: Refused) => Buffer.from(parts[1] ?? '', 'base64url').toString()

const ofT1: readonly Acceptance[] = [
  [
    'a T1 whose header was changed',
    'T1-SIGNATURE',
    (it) => isT1(it) && keepsSignature(it) && !isAsIssued(it) && it.header.x5t !== undefined,
  ],
  ['a T1 whose header names RS512', 'T1-SIGNATURE', (it) => isT1(it) && algorithm(it) === 'RS512'],
  [
    'a T1 with a later expiry',
    'T1-SIGNATURE',
    (it) => rewritten(it) && it.claims.exp !== issuedClaims(it).exp,
  ],
  ['a T1 with one claim more', 'T1-SIGNATURE', (it) => rewritten(it) && 'roles' in it.claims],
  [
    'a T1 of another subject',
    'T1-SIGNATURE',
    (it) =>
      rewritten(it) &&
      it.claims.sub !== issuedClaims(it).sub &&
      text(it).split('"sub"').length === 2,
  ],
  [
    'a T1 with two subjects, by the first',
    'T1-SIGNATURE',
    (it) => rewritten(it) && text(it).indexOf('"sub"') === 1,
  ],
  [
    'a T1 with two subjects, by the last',
    'T1-SIGNATURE',
    (it) => rewritten(it) && text(it).split('"sub"').length === 3 && text(it).indexOf('"sub"') > 1,
  ],
  [
    'a T1 with an empty signature',
    'T1-SIGNATURE',
    (it) => isT1(it) && hasThree(it) && algorithm(it) === 'RS256' && signature(it) === '',
  ],
  [
    'a T1 with half of its signature',
    'T1-SIGNATURE',
    (it) => signature(it) !== '' && issuedSignature(it).startsWith(signature(it)) && isAsIssued(it),
  ],
  [
    'a T1 with more behind its signature',
    'T1-SIGNATURE',
    (it) =>
      signature(it).length > issuedSignature(it).length &&
      signature(it).startsWith(issuedSignature(it)),
  ],
  [
    'a T1 by the end of its signature',
    'T1-SIGNATURE',
    (it) => isT1(it) && signature(it).slice(1) === issuedSignature(it).slice(1),
  ],
  [
    'a T1 signed with the certificate inside it',
    'T1-SIGNATURE',
    (it) => isT1(it) && 'x5c' in it.header,
  ],
  ['a T1 that names no key', 'T1-KEY', (it) => isT1(it) && it.header.kid === undefined],
  [
    'a T1 signed with any key',
    'T1-KEY',
    (it) =>
      isT1(it) && original(it) !== undefined && it.header.kid !== undefined && !keepsSignature(it),
  ],
  [
    'an unsigned T1',
    'ASSERT-ALG',
    (it) => isT1(it) && algorithm(it) === 'none' && signature(it) === '',
  ],
  [
    'a T1 that says none, with a signature',
    'ASSERT-ALG',
    (it) => isT1(it) && algorithm(it) === 'none' && signature(it) !== '',
  ],
  ['an unsigned T1 in capitals', 'ASSERT-ALG', (it) => isT1(it) && algorithm(it) === 'NONE'],
  ['a T1 that names PS512', 'ASSERT-ALG', (it) => isT1(it) && algorithm(it) === 'PS512'],
  ['a T1 of two parts', 'ASSERT-JWT', (it) => isT1(it) && it.parts.length === 2],
  ['a T1 of four parts', 'ASSERT-JWT', (it) => isT1(it) && it.parts.length === 4],
]

const ofBlueprints: readonly Acceptance[] = [
  [
    'a certificate assertion with a later expiry',
    'CERT-SIGNATURE',
    (it) => isOfCertificate(it) && Number(it.claims.exp) - Number(it.claims.iat) > 80_000,
  ],
  [
    'a certificate assertion with one claim more',
    'CERT-SIGNATURE',
    (it) => isOfCertificate(it) && 'roles' in it.claims,
  ],
  [
    'a certificate assertion signed with the certificate inside it',
    'CERT-SIGNATURE',
    (it) => isOfCertificate(it) && 'x5c' in it.header,
  ],
  [
    'a certificate assertion without a signature',
    'CERT-SIGNATURE',
    (it) => isOfCertificate(it) && hasThree(it) && signature(it) === '' && algorithm(it) !== 'none',
  ],
  [
    'a certificate assertion that names another algorithm',
    'CERT-SIGNATURE',
    (it) => isOfCertificate(it) && algorithm(it) === 'RS512',
  ],
  [
    'a certificate assertion of two parts',
    'ASSERT-JWT',
    (it) => isOfCertificate(it) && it.parts.length === 2,
  ],
  [
    'a federated token with a later expiry',
    'FIC-SIGNATURE',
    (it) => isFederated(it) && Number(it.claims.exp) - Number(it.claims.iat) > 80_000,
  ],
  [
    'a federated token with one claim more',
    'FIC-SIGNATURE',
    (it) => isFederated(it) && 'roles' in it.claims,
  ],
  [
    'a federated token with an empty signature',
    'FIC-SIGNATURE',
    (it) => isFederated(it) && hasThree(it) && signature(it) === '' && algorithm(it) === 'RS256',
  ],
  [
    'an unsigned federated token',
    'ASSERT-FEDERATED-ALG',
    (it) => isFederated(it) && algorithm(it) === 'none',
  ],
]

/** Forgeries that the provider takes for what they were made from. */
export const takingForgeries = acceptances(
  [...ofT1, ...ofBlueprints].map(([what, rule, takes]) => [`${what} is taken`, rule, takes]),
)
