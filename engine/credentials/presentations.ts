import { NotTestable } from '../outcomes/not-testable.ts'
import type { Proof } from '../requests/proof.ts'
import { assertionProof } from '../requests/proof.ts'
import { certificateAssertion, federatedToken, trustedToken } from './assertion-shapes.ts'
import {
  applicationToken,
  federatedIdentityToken,
  managedIdentityToken,
} from './obtained-tokens.ts'
import type { Prover } from './prover.ts'
import { publicKeyOf } from './public-keys.ts'
import {
  namedSecretValue,
  neighbourOf,
  secret,
  secretPresentations,
} from './secret-presentations.ts'
import { reshape, type Shape, shapeAsIssued, signShape } from './shape.ts'
import { type Knowledge, tamper, tamperings } from './tampering.ts'
import { twists } from './twists.ts'

type Presentation = (prover: Prover) => Proof | Promise<Proof>

/** The ways to prove oneself, by the words of the features. A new way is a line here. */
const presentations: Readonly<Record<string, Presentation>> = {
  'its usual credential': (prover) =>
    present(prover.directory.usualCredential(prover.client), prover),
  ...secretPresentations,
  'no credential': () => ({ parameters: {} }),
  'a client secret and a certificate assertion': async (prover) => ({
    parameters: {
      client_secret: prover.directory.secret(prover.client),
      ...assertionProof(signShape(await certificateAssertion(prover))).parameters,
    },
  }),
  'the certificate assertion of another blueprint': (prover) =>
    present('a certificate assertion', { ...prover, client: neighbourOf(prover.client) }),
  'the federated token of another blueprint': (prover) =>
    present('a federated token', { ...prover, client: neighbourOf(prover.client) }),
  'an assertion with the certificate of another blueprint': async (prover) => {
    const neighbour = await certificateAssertion({
      ...prover,
      client: neighbourOf(prover.client),
    })
    const clientId = prover.directory.clientId(prover.client)
    const claims = { iss: clientId, sub: clientId }
    return assertionProof(signShape(reshape(neighbour, { claims })))
  },
  'its assertion file': async ({ directory, client }) =>
    assertionProof(await directory.assertion(client)),
  'an assertion that is not a JWT': () => assertionProof('not-a-jwt'),
  'a certificate assertion without its type': async (prover) =>
    withoutType(assertionProof(signShape(await certificateAssertion(prover)))),
  'a managed identity token for Microsoft Graph': async (prover) =>
    assertionProof(await managedIdentityToken(prover, 'https://graph.microsoft.com')),
  'a managed identity token for Orders API': async (prover) =>
    assertionProof(await managedIdentityToken(prover, prover.directory.address('Orders API'))),
  'a managed identity token obtained with a federated token': async (prover) =>
    assertionProof(await federatedIdentityToken(prover, signShape(await federatedToken(prover)))),
  'an app-only token of an ordinary application': async (prover) =>
    assertionProof(await applicationToken(prover, scopeOf(prover, 'Ledger API'))),
  'a token that is not marked app-only': async (prover) =>
    assertionProof(await applicationToken(prover, scopeOf(prover, 'Orders API'))),
}

/** The kinds of assertion that a twist may follow. */
const shapes: Readonly<Record<string, (prover: Prover) => Promise<Shape>>> = {
  'a certificate assertion': certificateAssertion,
  'a federated token': trustedToken,
  'a managed identity token': async (prover) =>
    shapeAsIssued(
      await managedIdentityToken(prover, prover.directory.address('the token exchange')),
    ),
}

const namedSecret = /^its client secret "([^"]+)"$/

/** Every phrase that stands for a proof. After one of `assertionPhrases` may come one of `twistPhrases`. */
export const credentialPhrases: readonly string[] = [
  ...Object.keys(presentations),
  ...Object.keys(shapes),
]
export const assertionPhrases: readonly string[] = Object.keys(shapes)
/** What may follow an assertion. */
export const twistPhrases: readonly string[] = [...Object.keys(twists), ...Object.keys(tamperings)]

/** The proof that a phrase of the features stands for. */
export async function present(phrase: string, prover: Prover): Promise<Proof> {
  const presentation = presentations[phrase]
  if (presentation) return presentation(prover)
  const [, name] = namedSecret.exec(phrase) ?? []
  if (name !== undefined) return secret(namedSecretValue(name))
  const kind = Object.keys(shapes).find((one) => phrase.startsWith(one))
  const make = shapes[kind ?? '']
  if (!make || kind === undefined) throw new TypeError(`no credential is called '${phrase}'`)
  const shape = await make(prover)
  const manner = phrase.slice(kind.length + 1)
  const twist = twists[manner]
  const signed = signShape(twist ? await twist(shape, prover.nowSeconds) : shape)
  if (twist || manner === '') return assertionProof(signed)
  return assertionProof(await tamper(signed, manner, knowledgeOf(shape, prover)))
}

function knowledgeOf(
  { signedWith, publishedJwk }: Shape,
  { directory, client }: Prover,
): Knowledge {
  return {
    presenter: directory.clientId(client),
    publicKey: async () => {
      if (signedWith) return publicKeyOf(signedWith, publishedJwk)
      throw new NotTestable('no variable names the public key of the issuer of the assertion file')
    },
  }
}

function withoutType({ parameters }: Proof): Proof {
  const { client_assertion_type: _, ...others } = parameters
  return { parameters: others }
}

function scopeOf({ directory }: Prover, resource: 'Orders API' | 'Ledger API'): string {
  return `${directory.address(resource)}/.default`
}
