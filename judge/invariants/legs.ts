import type { JournalEntry } from '../../mock-idp/index.ts'
import {
  agentOfPresentedT1,
  asksForTheExchange,
  clientOf,
  isAgent,
  jwtBearer,
  legOf,
  same,
  sameScope,
  scopeOf,
} from '../request.ts'
import type { Trail } from '../trail.ts'
import { type Breach, ofEachTokenRequest } from './invariant.ts'

type Found = Omit<Breach, 'request'> | undefined

const grants: readonly (string | undefined)[] = [
  'client_credentials',
  'refresh_token',
  'user_fic',
  jwtBearer,
  // Another rule covers a request without one.
  undefined,
]

export const grantOfAgents = ofEachTokenRequest('LEG-GRANT', ({ parameters, ...rest }, trail) => {
  const { grant_type: grant } = parameters
  const client = clientOf({ parameters, ...rest })
  // Another program may have applications besides its agent identities.
  const isMeant = trail.asked !== undefined || isAgent(client, trail)
  if (!isMeant || grants.includes(grant)) return undefined
  return {
    message: 'the client used a grant that agent identities do not have',
    expected: 'client_credentials, jwt-bearer, user_fic or refresh_token',
    actual: String(grant),
  }
})

export const fmiPath = ofEachTokenRequest('LEG-FMI-PATH', (request, trail) => {
  if (request.repeatedParameters.includes('fmi_path')) {
    return {
      message: 'the request contains fmi_path more than once',
      expected: 'fmi_path once',
      actual: 'repeated',
    }
  }
  if (request.query.fmi_path !== undefined) {
    return {
      message: 'the URL contains fmi_path',
      expected: 'fmi_path in the body',
      actual: 'in the query',
    }
  }
  return legOf(request) === 't1' ? withT1(request, trail) : withoutT1(request)
})

function withT1({ parameters }: JournalEntry, { asked }: Trail): Found {
  const { fmi_path: named } = parameters
  const isBlankAsked = asked?.some(({ agentIdentity }) => agentIdentity.trim() === '') ?? false
  // Another rule covers what a client does with a missing agent identity.
  if (isBlankAsked) return undefined
  if (named === undefined) {
    return {
      message: 'the request for T1 has no fmi_path',
      expected: 'fmi_path with the client id of the agent identity',
      actual: 'no fmi_path',
    }
  }
  if (!asked || asked.some(({ agentIdentity }) => same(agentIdentity, named))) return undefined
  return {
    message: 'fmi_path names a different agent identity than the caller',
    expected: asked.map(({ agentIdentity }) => agentIdentity).join(' or ') || 'no request',
    actual: named,
  }
}

function withoutT1({ parameters }: JournalEntry): Found {
  if (parameters.fmi_path === undefined) return undefined
  return {
    message: 'a request other than the one for T1 contains fmi_path',
    expected: 'no fmi_path',
    actual: parameters.fmi_path,
  }
}

export const t1OfThisAgent = ofEachTokenRequest('LEG-CREDENTIAL', (request, { asked }) => {
  const named = agentOfPresentedT1(request)
  const client = clientOf(request) ?? 'none'
  const isUnproven = request.credentials.length === 0
  if (asked && !isUnproven && legOf(request) === 'other') return withoutAnyT1(request)
  if (named === undefined || same(named, client)) return undefined
  return {
    message: 'the client presented a T1 of another agent identity',
    expected: `a T1 for the client ${client}`,
    actual: `a T1 for ${named}`,
  }
})

/** A request that neither asks for T1 nor presents one, though the caller wants an agent token. */
function withoutAnyT1(request: JournalEntry): Found {
  return {
    message: 'the client requested a token without T1',
    expected: 'T1, presented by the agent identity',
    actual: `${request.credentials.join(' and ')} of ${clientOf(request)}`,
  }
}

export const scopeOfTheLeg = ofEachTokenRequest('LEG-SCOPE', (request, { asked }) => {
  const scope = scopeOf(request)
  const leg = legOf(request)
  if (leg === 't1' && !asksForTheExchange(request)) {
    return {
      message: 'the request for T1 has a scope other than the token exchange',
      expected: 'api://AzureADTokenExchange/.default',
      actual: scope,
    }
  }
  if (!asked || !isForResource(request, asked)) return undefined
  if (asked.some((one) => sameScope(one.scope, scope))) return undefined
  return {
    message: 'the client redeemed T1 for a different scope than requested',
    expected: asked.map((one) => one.scope).join(' or '),
    actual: scope,
  }
})

/** T2 is for the token exchange, where an agent user is wanted. A renewal may leave its scope out. */
function isForResource(request: JournalEntry, asked: NonNullable<Trail['asked']>): boolean {
  const leg = legOf(request)
  if (leg === 't2') return !asked.some(({ flow }) => flow === 'agentUser')
  if (leg === 'refresh') return scopeOf(request) !== ''
  return leg === 'redemption' || leg === 'obo' || leg === 'agentUser'
}
