import { createHmac, type KeyObject, X509Certificate } from 'node:crypto'
import { externalIssuerKeys } from '../../engine/credentials/assertion-shapes.ts'
import { harnessKeyPair } from '../../engine/credentials/key-pairs.ts'
import { type Acceptance, acceptances, type Refused } from './accepting.ts'
import { isFederated, isOfCertificate, isT1 } from './kinds-of-assertion.ts'

/** What a provider holds to verify an assertion with. */
type Held = {
  readonly key: KeyObject
  readonly certificate: X509Certificate
  /** The key as its issuer publishes it. */
  readonly jwk: Readonly<Record<string, unknown>>
}

/** Each form in which a provider may hold a public key, and then take it for a shared secret. */
const forms: Readonly<Record<string, (held: Held) => string | Buffer>> = {
  PEM: ({ key }) => key.export({ type: 'spki', format: 'pem' }),
  'PEM without its last line end': ({ key }) =>
    String(key.export({ type: 'spki', format: 'pem' })).replace(/\n$/, ''),
  DER: ({ key }) => key.export({ type: 'spki', format: 'der' }),
  'base64 of DER': ({ key }) => key.export({ type: 'spki', format: 'der' }).toString('base64'),
  'PEM of PKCS 1': ({ key }) => key.export({ type: 'pkcs1', format: 'pem' }),
  'DER of PKCS 1': ({ key }) => key.export({ type: 'pkcs1', format: 'der' }),
  JWK: ({ jwk }) => JSON.stringify(jwk),
  'JWK of a thumbprint': ({ key }) => {
    const { e, kty, n } = key.export({ format: 'jwk' })
    return `{"e":"${e}","kty":"${kty}","n":"${n}"}`
  },
  modulus: ({ key }) => String(key.export({ format: 'jwk' }).n),
  'modulus in bytes': ({ key }) =>
    Buffer.from(String(key.export({ format: 'jwk' }).n), 'base64url'),
  'certificate in PEM': ({ certificate }) => certificate.toString(),
  'certificate in PEM without its last line end': ({ certificate }) =>
    certificate.toString().replace(/\n$/, ''),
  'certificate in DER': ({ certificate }) => certificate.raw,
  'certificate in base64': ({ certificate }) => certificate.raw.toString('base64'),
  'key that is missing': () => '',
}

type Kind = readonly [
  what: string,
  rule: string,
  isOfKind: (refused: Refused) => boolean,
  heldFor: (refused: Refused) => Promise<Held>,
]

const kinds: readonly Kind[] = [
  ['T1', 'ASSERT-ALG', isT1, heldByTenant],
  ['certificate assertion', 'ASSERT-ALG', isOfCertificate, heldForCertificate],
  ['federated token', 'ASSERT-FEDERATED-ALG', isFederated, heldForIssuer],
]

async function heldByTenant({ publishedKeys, header }: Refused): Promise<Held> {
  const jwk = (await publishedKeys()).find(({ kid }) => kid === header.kid) ?? {}
  const certificate = new X509Certificate(Buffer.from(String([jwk.x5c].flat()[0]), 'base64'))
  return { key: certificate.publicKey, certificate, jwk }
}

async function heldForCertificate(): Promise<Held> {
  const certificate = new X509Certificate((await harnessKeyPair('registered')).certificatePem)
  const key = certificate.publicKey
  return { key, certificate, jwk: { ...key.export({ format: 'jwk' }) } }
}

async function heldForIssuer(): Promise<Held> {
  const { keys } = await externalIssuerKeys()
  return { ...(await heldForCertificate()), jwk: keys[0] ?? {} }
}

/** A federated token comes with no certificate: its issuer publishes a key alone. */
const faults = kinds.flatMap(([what, rule, isOfKind, heldFor]) =>
  Object.entries(forms)
    .filter(([form]) => isOfKind !== isFederated || !form.startsWith('certificate'))
    .map(
      ([form, secretOf]): Acceptance => [
        `a ${what} keyed with the public key is taken, which is held as ${form}`,
        rule,
        async (refused) => {
          const [header, claims, signature] = refused.parts
          if (refused.header.alg !== 'HS256' || !isOfKind(refused)) return false
          const hmac = createHmac('sha256', secretOf(await heldFor(refused)))
          return hmac.update(`${header}.${claims}`).digest('base64url') === signature
        },
      ],
    ),
)

/** Providers that verify an HMAC with what is public. */
export const takingKeyed = acceptances(faults)
