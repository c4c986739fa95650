import type { JournalEntry } from '../../mock-idp/index.ts'
import { isJsonObject } from '../../wire/json-object.ts'
import { readJwt } from '../../wire/jwt.ts'
import { agentOfPresentedT1, type Claims, clientOf, isAgent, legOf, same } from '../request.ts'
import type { Trail } from '../trail.ts'
import { type Breach, type Invariant, ofEachTokenRequest } from './invariant.ts'

type Found = Omit<Breach, 'request'> | undefined

function ofEachExchange(
  check: string,
  breachOf: (request: JournalEntry, trail: Trail) => Found,
): Invariant {
  return ofEachTokenRequest(check, (request, trail) =>
    legOf(request) === 'obo' ? breachOf(request, trail) : undefined,
  )
}

/** Ordinary applications exchange tokens as well; only a blueprint must leave it to its agent identities. */
export const clientOfExchange = ofEachExchange('LEG-OBO-CLIENT', (request, trail) => {
  const client = clientOf(request)
  if (isAgent(client, trail) || !isBlueprint(client, trail)) return undefined
  return {
    message: 'the client exchanged the token of a person as the blueprint',
    expected: 'client_id of the agent identity',
    actual: `client_id ${client}`,
  }
})

/** Whoever asks for T1 is a blueprint, and the provider knows one too. A client under test acts for agents alone. */
function isBlueprint(client: string | undefined, { requests, asked }: Trail): boolean {
  if (asked) return true
  const isClient = (one: JournalEntry) => same(clientOf(one), client)
  return requests.some(
    (one) =>
      isClient(one) &&
      (legOf(one) === 't1' ||
        ('refused' in one.outcome && one.outcome.refused === 'OBO-BLUEPRINT')),
  )
}

export const credentialOfExchange = ofEachExchange('LEG-OBO-CREDENTIAL', withoutT1)

/** The finding about an agent identity that proves itself by something else than T1. */
export function withoutT1(request: JournalEntry, trail: Trail): Found {
  const client = clientOf(request)
  if (!isAgent(client, trail)) return undefined
  if (agentOfPresentedT1(request) !== undefined && request.credentials.length === 1) {
    return undefined
  }
  return {
    message: 'the agent identity proved itself by something else than T1',
    expected: 'T1 as client_assertion, and no other credential',
    actual: request.credentials.join(' and ') || 'no credential',
  }
}

export const useOfExchange = ofEachExchange('LEG-OBO-USE', ({ parameters }) => {
  const { requested_token_use: use } = parameters
  if (use === 'on_behalf_of') return undefined
  return {
    message: 'the exchange does not say what it is for',
    expected: 'requested_token_use on_behalf_of',
    actual: use ?? 'no requested_token_use',
  }
})

/** The journal keeps header and claims; a changed signature is refused. */
export const unchangedAssertion = ofEachExchange('LEG-OBO-ASSERTION', (request, { asked = [] }) => {
  const given = asked.flatMap(({ userAssertion }) => userAssertion ?? [])
  const views = given.flatMap((token) => readJwt(token) ?? [])
  // Of what is no JWT the journal keeps nothing.
  if (given.length === 0 || views.length < given.length) return undefined
  const { userAssertion: sent } = request
  const isGiven = ({ header, claims }: (typeof views)[number]) =>
    sameMembers(sent?.header, header) && sameMembers(sent?.claims, claims)
  if (views.some(isGiven)) return undefined
  return {
    message: 'the client exchanged another token than that of its caller',
    expected: 'the token of the person, as the caller gave it',
    actual: sent ? `a token about ${about(sent.claims)}` : 'no token',
  }
})

/** The journal hides what has the name of a secret. */
function sameMembers(sent: unknown, given: Claims): boolean {
  if (!isJsonObject(sent)) return false
  const names = new Set([...Object.keys(sent), ...Object.keys(given)])
  const isSame = (name: string) =>
    sent[name] === '***' || JSON.stringify(sent[name]) === JSON.stringify(given[name])
  return [...names].every(isSame)
}

function about(claims: unknown): string {
  const { oid, sub } = (claims ?? {}) as { readonly oid?: unknown; readonly sub?: unknown }
  return String(oid ?? sub)
}
