import { Refusal } from './answers/refusal.ts'
import type { Endpoint } from './exchange/endpoint.ts'
import { inferred, standard } from './rules/evidence.ts'
import type { RefusalRule } from './rules/index.ts'

/** What the journal calls a request that is no HTTP. No rule of the catalogue has this id. */
const malformed: RefusalRule = {
  kind: 'refusal',
  id: 'MALFORMED',
  title: 'A request is HTTP',
  error: 'invalid_request',
  aadsts: 9002313,
  status: 400,
  message: () => 'Invalid request. Request is malformed or invalid.',
  evidence: standard('RFC 9112 section 2.2'),
  answerEvidence: inferred('the usual answer to a malformed request'),
  broken: () => true,
}

/** Whatever cannot be read as HTTP. It asked no tenant that can be known for sure. */
export const malformedRequest: Endpoint = {
  kind: 'unknown',
  isSteady: true,
  isStray: true,
  findTenant: () => undefined,
  decide: () => {
    throw new Refusal(malformed, malformed.message(undefined as never))
  },
}
