/** What a client adds to a request to prove itself. */
export type Proof = {
  readonly parameters: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export function assertionProof(assertion: string): Proof {
  return { parameters: { client_assertion_type: jwtBearer, client_assertion: assertion } }
}
