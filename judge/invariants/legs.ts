import type { JournalEntry } from '../../mock-idp/index.ts'
import { agentOfPresentedT1, asksForTheExchange, legOf, same, scopeOf } from '../request.ts'
import type { Trail } from '../trail.ts'
import { type Breach, ofEachTokenRequest } from './invariant.ts'

type Found = Omit<Breach, 'request'> | undefined

export const fmiPath = ofEachTokenRequest('LEG-FMI-PATH', (request, trail) => {
  if (request.repeatedParameters.includes('fmi_path')) {
    return {
      message: 'fmi_path is sent more than once',
      expected: 'fmi_path once',
      actual: 'repeated',
    }
  }
  if (request.query.fmi_path !== undefined) {
    return {
      message: 'fmi_path is part of the URL',
      expected: 'fmi_path in the body',
      actual: 'in the query',
    }
  }
  return legOf(request) === 't1' ? withT1(request, trail) : withoutT1(request)
})

function withT1({ parameters }: JournalEntry, { asked }: Trail): Found {
  const { fmi_path: named } = parameters
  const isBlankAsked = asked?.some(({ agentIdentity }) => agentIdentity.trim() === '') ?? false
  if (named === undefined && isBlankAsked) return undefined
  if (named === undefined) {
    return {
      message: 'T1 is asked for without fmi_path',
      expected: 'fmi_path with the client id of the agent identity',
      actual: 'no fmi_path',
    }
  }
  if (!asked || asked.some(({ agentIdentity }) => same(agentIdentity, named))) return undefined
  return {
    message: 'fmi_path names an agent identity that nobody asked for',
    expected: asked.map(({ agentIdentity }) => agentIdentity).join(' or ') || 'no request',
    actual: named,
  }
}

function withoutT1({ parameters }: JournalEntry): Found {
  if (parameters.fmi_path === undefined) return undefined
  return {
    message: 'fmi_path is sent with another request than that for T1',
    expected: 'no fmi_path',
    actual: parameters.fmi_path,
  }
}

export const t1OfThisAgent = ofEachTokenRequest('LEG-CREDENTIAL', (request, { asked }) => {
  const named = agentOfPresentedT1(request)
  const { client_id: client = 'none' } = request.parameters
  const isUnproven = request.credentials.length === 0
  if (asked && !isUnproven && legOf(request) === 'other') return withoutAnyT1(request)
  if (named === undefined || same(named, client)) return undefined
  return {
    message: 'a T1 is presented that names another agent identity',
    expected: `a T1 for the client ${client}`,
    actual: `a T1 for ${named}`,
  }
})

/** Neither asks for T1 nor presents one, where somebody asked for the token of an agent identity. */
function withoutAnyT1({ parameters, credentials }: JournalEntry): Found {
  return {
    message: 'a token is asked for without T1',
    expected: 'T1, presented by the agent identity',
    actual: `${credentials.join(' and ')} of ${parameters.client_id}`,
  }
}

export const scopeOfTheLeg = ofEachTokenRequest('LEG-SCOPE', (request, { asked }) => {
  const scope = scopeOf(request)
  const leg = legOf(request)
  if (leg === 't1' && !asksForTheExchange(request)) {
    return {
      message: 'T1 is asked for another audience than the token exchange',
      expected: 'api://AzureADTokenExchange/.default',
      actual: scope,
    }
  }
  if (leg !== 'redemption' || !asked) return undefined
  if (asked.some((one) => same(one.scope, scope))) return undefined
  return {
    message: 'T1 is redeemed for a scope that nobody asked for',
    expected: asked.map((one) => one.scope).join(' or '),
    actual: scope,
  }
})
