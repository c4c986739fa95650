import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import {
  type Claims,
  claimsIn,
  clientOf,
  isAgent,
  type Leg,
  legOf,
  permissionsIn,
  same,
  sameResources,
  scopeOf,
} from '../request.ts'
import type { Answered, Trail } from '../trail.ts'
import { withoutT1 } from './exchanges.ts'
import { type Breach, type Invariant, ofEachTokenRequest } from './invariant.ts'
import { issuing } from './outcomes.ts'

/** Compares whom each returned token is about with whom the caller named. */
export const tokenOfThePerson = ofEachReturned('PERSON-OWN-TOKEN', (leg) => leg !== 'refresh')

/** The same where a refresh token brought it. */
export const renewalOfThePerson = ofEachReturned('RENEW-OWN-PERSON', (leg) => leg === 'refresh')

function ofEachReturned(check: string, isMeant: (leg: Leg) => boolean): Invariant {
  const about = (one: Answered, requests: readonly JournalEntry[]) => {
    const breach = wrongPerson(one, requests)
    return breach && isMeant(legOf(breach.request)) ? [breach] : []
  }
  return {
    check,
    breaches: ({ asked = [], requests }) => asked.flatMap((one) => about(one, requests)),
  }
}

type WrongPerson = Breach & { readonly request: JournalEntry }

function wrongPerson(one: Answered, requests: readonly JournalEntry[]): WrongPerson | undefined {
  const request = issuing(one.token, requests)
  const wanted = personOf(one)
  // Whoever gets a token that nobody issued, or one of the agent alone, breaks another rule.
  if (!request || !('issued' in request.outcome) || !wanted) return undefined
  const { claims } = request.outcome
  if (!isAboutPerson(claims) || isAbout(claims, wanted)) return undefined
  return {
    message: 'the client returned the token of another person',
    expected: `a token about ${wanted.name}`,
    actual: `a token about ${nameIn(claims, wanted)}`,
    request,
  }
}

type Wanted = { readonly claim: 'oid' | 'upn'; readonly name: string }

function personOf({ flow, user, userAssertion }: Answered): Wanted | undefined {
  if (flow === 'obo') {
    const oid = readJwt(userAssertion ?? '')?.claims.oid
    return typeof oid === 'string' ? { claim: 'oid', name: oid } : undefined
  }
  if (flow !== 'agentUser' || !user) return undefined
  return 'oid' in user ? { claim: 'oid', name: user.oid } : { claim: 'upn', name: user.upn }
}

function isAbout(claims: Claims, wanted: Wanted): boolean {
  return same(nameIn(claims, wanted), wanted.name)
}

function nameIn({ oid, upn, preferred_username: name }: Claims, { claim }: Wanted): unknown {
  return claim === 'oid' ? oid : (upn ?? name)
}

/** A token that carries more is enough. One for another resource breaks another rule. */
export const permissionsOfThePerson: Invariant = {
  check: 'PERSON-PERMISSIONS',
  breaches: ({ asked = [], requests }) => asked.flatMap((one) => lacking(one, requests) ?? []),
}

function lacking(
  { flow, scope, token }: Answered,
  requests: readonly JournalEntry[],
): Breach | undefined {
  const request = issuing(token, requests)
  if (flow === undefined || flow === 'autonomous' || !request) return undefined
  if (!('issued' in request.outcome) || !isAboutPerson(request.outcome.claims)) return undefined
  if (scopeOf(request) !== '' && !sameResources(scopeOf(request), scope)) return undefined
  const carried = String(request.outcome.claims.scp).toLowerCase().split(' ')
  const missing = permissionsIn(scope).filter((one) => !carried.includes(one.toLowerCase()))
  if (missing.length === 0) return undefined
  return {
    message: 'the client returned a token without a permission that its caller asked for',
    expected: `a token with ${permissionsIn(scope).join(' and ')}`,
    actual: `a token with ${carried.join(', ')}`,
    request,
  }
}

/** Tokens about people name their permissions in `scp`. */
export function isAboutPerson({ scp }: Claims): boolean {
  return scp !== undefined
}

export const noFallback: Invariant = {
  check: 'PERSON-FALLBACK',
  breaches: ({ asked = [], requests }) => asked.flatMap((one) => fallback(one, requests) ?? []),
}

function fallback(one: Answered, requests: readonly JournalEntry[]): Breach | undefined {
  const request = issuing(one.token, requests)
  if (!request || !('issued' in request.outcome)) return undefined
  const isWanted = one.flow === 'obo' || one.flow === 'agentUser'
  // T1 and T2 are covered by other rules.
  if (['t1', 't2'].includes(request.outcome.issued)) return undefined
  if (isAboutPerson(request.outcome.claims) === isWanted) return undefined
  return {
    message: isWanted
      ? 'the client returned a token of the agent identity instead of one of the person'
      : 'the client returned the token of a person instead of one of the agent identity',
    expected: isWanted ? 'a token about a person, or an error' : 'a token without a person',
    actual: isWanted ? 'a token without a person' : 'a token about a person',
    request,
  }
}

/** Only the blueprint takes it, and of the provider only the token endpoint. */
export const noPersonTokenElsewhere: Invariant = {
  check: 'PERSON-TOKEN-ELSEWHERE',
  breaches: (trail) => {
    const { requests, contacts = [] } = trail
    const known = knownTokens(trail)
    const message = 'the token of a person went to another place than the token endpoint'
    const expected = 'the token of a person only as assertion, to the token endpoint'
    const sent = requests.filter(
      ({ endpoint, bearer, userAssertion }) =>
        known.has(claimsIn(bearer)?.uti) || (userAssertion && endpoint !== 'token'),
    )
    const given = (trail.asked ?? []).flatMap(({ userAssertion }) => userAssertion ?? [])
    const outside = contacts.filter(({ text }) => given.some((token) => text.includes(token)))
    return [
      ...sent.map((request) => {
        const actual = `the token of a person to ${request.host}${request.path}`
        return { message, expected, actual, request }
      }),
      ...outside.map(({ origin }) => {
        return { message, expected, actual: `the token of a person to ${origin}` }
      }),
    ]
  },
}

/** By `uti`, which every token has for itself alone. */
function knownTokens({ requests, asked = [] }: Trail): ReadonlySet<unknown> {
  const exchanged = requests
    .filter((one) => legOf(one) === 'obo')
    .map(({ userAssertion }) => claimsIn(userAssertion)?.uti)
  const given = asked.map(({ userAssertion }) => readJwt(userAssertion ?? '')?.claims.uti)
  return new Set([...exchanged, ...given].filter((uti) => uti !== undefined))
}

export const credentialOfRenewal = ofEachTokenRequest(
  'RENEW-PERSON-CREDENTIAL',
  (request, trail) => {
    if (legOf(request) !== 'refresh') return undefined
    return withoutT1(request, trail) ?? asBlueprint(request, trail)
  },
)

/** A client under test acts for agent identities; another program may renew tokens of its own. */
function asBlueprint(request: JournalEntry, trail: Trail): Omit<Breach, 'request'> | undefined {
  const client = clientOf(request)
  if (trail.asked === undefined || isAgent(client, trail)) return undefined
  return {
    message: 'the client renewed the token of a person as somebody else than the agent identity',
    expected: 'client_id of the agent identity',
    actual: `client_id ${client}`,
  }
}
