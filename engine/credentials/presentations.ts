import type { Proof } from '../requests/proof.ts'
import { assertionProof } from '../requests/proof.ts'
import { certificateAssertion, federatedToken } from './assertion-shapes.ts'
import { applicationToken, managedIdentityToken } from './obtained-tokens.ts'
import type { Prover } from './prover.ts'
import { type Shape, signShape } from './shape.ts'
import { twists } from './twists.ts'

type Presentation = (prover: Prover) => Proof | Promise<Proof>

/** The ways to prove oneself, by the words of the features. A new way is a line here. */
const presentations: Readonly<Record<string, Presentation>> = {
  'its usual credential': (prover) =>
    present(prover.directory.usualCredential(prover.client), prover),
  'its client secret': ({ directory, client }) => secret(directory.secret(client)),
  'its new client secret': ({ directory, client }) => secret(directory.newSecret(client)),
  'a client secret it never had': () => secret('a-secret-nobody-ever-had'),
  'an empty client secret': () => secret(''),
  'no credential': () => ({ parameters: {} }),
  'its client secret by HTTP Basic': (prover) => ({
    parameters: {},
    headers: basic(prover.directory.clientId(prover.client), prover),
  }),
  'its client secret by HTTP Basic in the name of another client': (prover) => ({
    parameters: {},
    headers: basic('00000000-0000-4000-8000-00000000000a', prover),
  }),
  'its client secret both in the form and by HTTP Basic': (prover) => ({
    ...secret(prover.directory.secret(prover.client)),
    headers: basic(prover.directory.clientId(prover.client), prover),
  }),
  'a client secret and a certificate assertion': async (prover) => ({
    parameters: {
      client_secret: prover.directory.secret(prover.client),
      ...assertionProof(signShape(await certificateAssertion(prover))).parameters,
    },
  }),
  'its assertion file': async ({ directory, client }) =>
    assertionProof(await directory.assertion(client)),
  'an assertion that is not a JWT': () => assertionProof('not-a-jwt'),
  'a certificate assertion without its type': async (prover) =>
    withoutType(assertionProof(signShape(await certificateAssertion(prover)))),
  'a managed identity token': async (prover) =>
    assertionProof(
      await managedIdentityToken(prover, prover.directory.address('the token exchange')),
    ),
  'a managed identity token for Microsoft Graph': async (prover) =>
    assertionProof(await managedIdentityToken(prover, 'https://graph.microsoft.com')),
  'a managed identity token for Orders API': async (prover) =>
    assertionProof(await managedIdentityToken(prover, prover.directory.address('Orders API'))),
  'an app-only token of an ordinary application': async (prover) =>
    assertionProof(await applicationToken(prover, scopeOf(prover, 'Ledger API'))),
  'a token that is not marked app-only': async (prover) =>
    assertionProof(await applicationToken(prover, scopeOf(prover, 'Orders API'))),
}

/** The kinds of assertion that a twist may follow. */
const shapes: Readonly<Record<string, (prover: Prover) => Promise<Shape>>> = {
  'a certificate assertion': certificateAssertion,
  'a federated token': federatedToken,
}

const namedSecret = /^its client secret "([^"]+)"$/

/** Every phrase that stands for a proof. After one of `assertionPhrases` may come a twist. */
export const credentialPhrases: readonly string[] = [
  ...Object.keys(presentations),
  ...Object.keys(shapes),
]
export const assertionPhrases: readonly string[] = Object.keys(shapes)

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
  const twist = twists[phrase.slice(kind.length + 1)]
  return assertionProof(signShape(twist ? await twist(shape, prover.nowSeconds) : shape))
}

/** The value of a client secret that a scenario gives a name. */
export function namedSecretValue(name: string): string {
  return `${name}-secret-for-tests-only`
}

function secret(value: string): Proof {
  return { parameters: { client_secret: value } }
}

function basic(clientId: string, { directory, client }: Prover): Record<string, string> {
  const userInfo = `${encodeURIComponent(clientId)}:${encodeURIComponent(directory.secret(client))}`
  return { authorization: `Basic ${Buffer.from(userInfo).toString('base64')}` }
}

function withoutType({ parameters }: Proof): Proof {
  const { client_assertion_type: _, ...others } = parameters
  return { parameters: others }
}

function scopeOf({ directory }: Prover, resource: 'Orders API' | 'Ledger API'): string {
  return `${directory.address(resource)}/.default`
}
