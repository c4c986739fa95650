import type { Directory } from '../cast/directory.ts'
import { type Answer, answerTo } from '../requests/answer.ts'
import {
  agentUserRequest,
  onBehalfOfRequest,
  type UserParameter,
} from '../requests/delegated-requests.ts'
import { redemptionRequest } from '../requests/token-requests.ts'
import type { Send } from '../requests/wire-request.ts'
import type { Leg } from './leg.ts'
import { peopleVariables } from './live-people.ts'
import { TargetUnreachable } from './target.ts'
import type { Variables } from './variables.ts'
import { wrongUserAssertion } from './wrong-user-assertion.ts'

const { agentUserId, agentUserName, userAssertionFile } = peopleVariables
const client = 'Booking'

type Parties = {
  readonly request: Send
  readonly directory: Directory
  readonly variables: Variables
}

type FirstAgent = {
  /** What its tokens depend on. */
  readonly variables: readonly string[]
  readonly askForT1: () => Promise<Answer>
}

/** The tokens that the first agent identity gets about people: of its agent user by each name, and on behalf of a person. */
export function peopleLegs(parties: Parties, first: FirstAgent): readonly Leg[] {
  const { directory, variables } = parties
  const users: readonly (readonly [string, () => UserParameter])[] = [
    [agentUserId, () => ({ user_id: directory.personId('Assistant') })],
    [agentUserName, () => ({ username: directory.userName('Assistant') })],
  ]
  const legs = users.map(([variable, user]) => agentUserLeg(parties, first, variable, user))
  return [...legs, onBehalfOfLeg(parties, first)].filter(({ variables: [name = ''] }) =>
    Boolean(variables[name]),
  )
}

function agentUserLeg(
  { request, directory }: Parties,
  { variables, askForT1 }: FirstAgent,
  variable: string,
  user: () => UserParameter,
): Leg {
  return {
    name: `a token of ${variable} for Microsoft Graph`,
    variables: [variable, ...variables],
    isBase: false,
    ask: async () => {
      const t1 = await askForT1()
      if (t1.token === undefined) return t1
      const exchange = { client, scope: exchangeScope(directory), assertion: t1.token } as const
      const t2 = await answerTo(request, redemptionRequest(directory, exchange))
      if (t2.token === undefined) return t2
      const fresh = await askForT1()
      if (fresh.token === undefined) return fresh
      const asked = { client, scope: graphScope(directory), t1: fresh.token } as const
      return answerTo(
        request,
        agentUserRequest(directory, { ...asked, t2: t2.token, user: user() }),
      )
    },
  }
}

function onBehalfOfLeg(
  { request, directory, variables: all }: Parties,
  { variables, askForT1 }: FirstAgent,
): Leg {
  return {
    name: `a token on behalf of the person of ${userAssertionFile} for Microsoft Graph`,
    variables: [userAssertionFile, ...variables],
    isBase: false,
    ask: async () => {
      const t1 = await askForT1()
      if (t1.token === undefined) return t1
      const wrong = wrongUserAssertion(all, Math.floor(Date.now() / 1000))
      if (wrong) throw new TargetUnreachable(wrong)
      const asked = { client, scope: graphScope(directory), t1: t1.token } as const
      const userAssertion = directory.userAssertion('Bea') ?? ''
      return answerTo(request, onBehalfOfRequest(directory, { ...asked, userAssertion }))
    },
  }
}

const graphScope = (directory: Directory): string =>
  `${directory.address('Microsoft Graph')}/.default`

const exchangeScope = (directory: Directory): string =>
  `${directory.address('the token exchange')}/.default`
