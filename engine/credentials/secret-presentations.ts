import type { Directory } from '../cast/directory.ts'
import { blueprintOf, type ClientName, isAgentName } from '../cast/names.ts'
import { assertionProof, type Proof } from '../requests/proof.ts'
import type { Prover } from './prover.ts'

type Presentation = (prover: Prover) => Proof

/** The ways to present a client secret, right or wrong, by the words of the features. */
export const secretPresentations: Readonly<Record<string, Presentation>> = {
  'its client secret': (prover) => secret(own(prover)),
  'its new client secret': ({ directory, client }) => secret(directory.newSecret(client)),
  'a client secret it never had': () => secret('a-secret-nobody-ever-had'),
  'an empty client secret': () => secret(''),
  'its client secret after a space': (prover) => secret(` ${own(prover)}`),
  'its client secret encoded twice': (prover) => secret(encodedTwice(own(prover))),
  'its client secret before a space': (prover) => secret(`${own(prover)} `),
  'its client secret before a line end': (prover) => secret(`${own(prover)}\n`),
  'its client secret without its last character': (prover) => secret(own(prover).slice(0, -1)),
  'its client secret with one character more': (prover) => secret(`${own(prover)}x`),
  'its client secret in other letter case': (prover) => secret(otherCase(own(prover))),
  'its client secret twice in one': (prover) => secret(own(prover).repeat(2)),
  'the client secret of its blueprint': ({ directory, client }) =>
    secret(directory.secret(isAgentName(client) ? blueprintOf(client) : client)),
  'the client secret of another blueprint': ({ directory, client }) =>
    secret(directory.secret(neighbourOf(client))),
  'its client secret as an assertion': (prover) => assertionProof(own(prover)),
  'its client secret by HTTP Basic': (prover) => ({
    parameters: {},
    headers: basic(prover.directory.clientId(prover.client), own(prover)),
  }),
  'a client secret it never had by HTTP Basic': ({ directory, client }) => ({
    parameters: {},
    headers: basic(directory.clientId(client), 'a-secret-nobody-ever-had'),
  }),
  'its client secret by HTTP Basic in the name of another client': (prover) => ({
    parameters: {},
    headers: basic('00000000-0000-4000-8000-00000000000a', own(prover)),
  }),
  'its client secret both in the form and by HTTP Basic': (prover) => ({
    ...secret(own(prover)),
    headers: basic(prover.directory.clientId(prover.client), own(prover)),
  }),
}

/** The value of a client secret that a scenario gives a name. */
export function namedSecretValue(name: string): string {
  return `${name}-secret-for-tests-only`
}

export function secret(value: string): Proof {
  return { parameters: { client_secret: value } }
}

function own({
  directory,
  client,
}: {
  readonly directory: Directory
  readonly client: ClientName
}) {
  return directory.secret(client)
}

/** The other of the two blueprints that are on every target. */
export function neighbourOf(client: ClientName): ClientName {
  return client === 'Courier' ? 'Concierge' : 'Courier'
}

function otherCase(text: string): string {
  const upper = text.toUpperCase()
  return upper === text ? text.toLowerCase() : upper
}

/** As the form encodes it again, a server that decodes twice reads the secret. */
function encodedTwice(text: string): string {
  return `%${text.charCodeAt(0).toString(16)}${encodeURIComponent(text.slice(1))}`
}

function basic(clientId: string, value: string): Record<string, string> {
  const userInfo = `${encodeURIComponent(clientId)}:${encodeURIComponent(value)}`
  return { authorization: `Basic ${Buffer.from(userInfo).toString('base64')}` }
}
