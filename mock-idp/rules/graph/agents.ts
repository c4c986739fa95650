import { captured } from '../evidence.ts'
import { agentErrorCodes, graphRefusal, graphRefusals } from './graph-refusals.ts'

type NewAgent = {
  readonly blueprintId: string
  readonly creator: 'user' | 'application' | 'blueprint' | 'agentIdentity'
  readonly creatorAppId: string
  readonly createsAsManager: boolean
  readonly parentIsBlueprint: boolean
  readonly parentHasPrincipal: boolean
  readonly hasSponsor: boolean
  readonly isAppOnly: boolean
  readonly madeAppOnly: number
}

export const agentsDoNotCreateAgents = graphRefusal<Pick<NewAgent, 'creator'>>({
  id: 'AGENT-CREATOR-AGENT',
  title: 'An agent identity does not create agent identities',
  error: 'Error_AgentIdentitiesCreatingAgentIdentitiesNotAllowed',
  message: () => 'Agent identities cannot create agent identities.',
  evidence: agentErrorCodes,
  assumed: ['status'],
  broken: ({ creator }) => creator === 'agentIdentity',
})

export const agentHasNoCredentials = graphRefusal<{ readonly hasCredentials: boolean }>({
  id: 'AGENT-CREDENTIALS',
  title: 'An agent identity has no credentials of its own',
  error: 'AgentIdentity_CredentialsNotSupported',
  message: () => 'Credentials are not supported for agent identities.',
  evidence: agentErrorCodes,
  assumed: ['status'],
  broken: ({ hasCredentials }) => hasCredentials,
})

/** In the order of enforcement. */
export const newAgentRules = graphRefusals<NewAgent>([
  {
    id: 'AGENT-CREATOR-BLUEPRINT',
    title: 'A blueprint creates only its own agent identities',
    error: 'Error_AgentBlueprintCannotCreateAssociatedIdentity',
    message: ({ blueprintId }) =>
      `The calling Agent Blueprint cannot create agent identities of '${blueprintId}'.`,
    evidence: agentErrorCodes,
    assumed: ['status'],
    broken: ({ creator, creatorAppId, blueprintId }) =>
      creator === 'blueprint' && creatorAppId !== blueprintId,
  },
  {
    id: 'AGENT-CREATOR-SELF',
    title: 'An application that creates as manager creates only its own agent identities',
    error: 'Error_AgentIdentitySelfCreateRequired',
    message: () => 'The caller can only create agent identities of itself.',
    evidence: agentErrorCodes,
    assumed: ['status'],
    broken: ({ creator, createsAsManager, creatorAppId, blueprintId }) =>
      creator === 'application' && createsAsManager && creatorAppId !== blueprintId,
  },
  {
    id: 'AGENT-PARENT',
    title: 'An agent identity belongs to a blueprint',
    error: 'AgentIdentity_IncompatibleParentType',
    message: ({ blueprintId }) => `'${blueprintId}' is not the appId of an Agent Blueprint.`,
    evidence: agentErrorCodes,
    assumed: ['status'],
    broken: ({ parentIsBlueprint }) => !parentIsBlueprint,
  },
  {
    id: 'AGENT-PARENT-PRINCIPAL',
    title: 'The blueprint of an agent identity has a principal in the tenant',
    error: 'AgentIdentity_AgentBlueprintPrincipalDoesNotExist',
    message: () => 'The Agent Blueprint Principal for the Agent Blueprint does not exist.',
    evidence: agentErrorCodes,
    assumed: ['error'],
    broken: ({ parentHasPrincipal }) => !parentHasPrincipal,
  },
  {
    id: 'AGENT-SPONSOR',
    title: 'A new agent identity has a sponsor',
    error: 'Request_BadRequest',
    message: () => 'No sponsor specified. Please provide at least one sponsor.',
    evidence: captured('github.com/microsoft/Agent365-devTools/issues/28 and 141'),
    broken: ({ hasSponsor }) => !hasSponsor,
  },
  {
    id: 'AGENT-LIMIT',
    title: 'A blueprint has at most 250 agent identities that applications created without a user',
    error: 'AgentIdentity_LimitExceeded',
    message: () =>
      'The number of agent identities of the Agent Blueprint exceeds the limit of 250.',
    evidence: agentErrorCodes,
    assumed: ['status'],
    broken: ({ isAppOnly, madeAppOnly }) => isAppOnly && madeAppOnly >= 250,
  },
])
