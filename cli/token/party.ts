import type {
  AcquiredToken,
  AgentIdentityClient,
  AgentTokenOptions,
  AgentUser,
} from '../../client/index.ts'
import { UsageError } from '../usage-error.ts'
import { readFileOf } from './read-credential.ts'
import type { TokenFlow, TokenOptions } from './token-options.ts'
import { type Environment, requireVariables, variable } from './variables.ts'

/** Who the token is about. */
export type Party =
  | { readonly flow: 'autonomous' }
  | { readonly flow: 'obo'; readonly userAssertion: string }
  | { readonly flow: 'agent-user'; readonly user: AgentUser }

type Options = Pick<TokenOptions, 'step' | 'flow' | 'user' | 'userAssertion'>

/**
 * The options, and for what they leave open the variables. T1 is the same in every flow.
 *
 * @throws {UsageError} It says who is missing, or which option the flow has no use for.
 */
export async function readParty(options: Options, env: Environment): Promise<Party> {
  requireFlow('--user', options.user, 'agent-user', options.flow)
  requireFlow('--user-assertion', options.userAssertion, 'obo', options.flow)
  if (options.step === 't1' || options.flow === 'autonomous') return { flow: 'autonomous' }
  if (options.flow === 'agent-user') return { flow: 'agent-user', user: readUser(options, env) }
  const name = 'AGENTID_USER_ASSERTION_FILE'
  const given = { ...env, ...(options.userAssertion && { [name]: options.userAssertion }) }
  const file = requireVariables(given, name)[name]
  const origin = options.userAssertion === undefined ? name : '--user-assertion'
  return { flow: 'obo', userAssertion: (await readFileOf(origin, file)).trim() }
}

function requireFlow(
  option: string,
  value: string | undefined,
  needed: TokenFlow,
  flow: TokenFlow,
): void {
  if (value === undefined || flow === needed) return
  throw new UsageError(`${option} needs --flow ${needed}`)
}

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `agentid serve` prints both variables; the object id never changes. */
function readUser({ user }: Options, env: Environment): AgentUser {
  if (user !== undefined) return objectId.test(user) ? { oid: user } : { upn: user }
  const [oid, upn] = [
    variable(env, 'AGENTID_AGENT_USER_ID'),
    variable(env, 'AGENTID_AGENT_USER_NAME'),
  ]
  if (oid === undefined && upn !== undefined) return { upn }
  return { oid: requireVariables(env, 'AGENTID_AGENT_USER_ID').AGENTID_AGENT_USER_ID }
}

export function acquireFor(
  party: Party,
  client: AgentIdentityClient,
  wanted: AgentTokenOptions,
): Promise<AcquiredToken> {
  if (party.flow === 'autonomous') return client.acquireToken(wanted)
  if (party.flow === 'obo') return client.onBehalfOf(party.userAssertion, wanted)
  return client.asAgentUser(party.user, wanted)
}
