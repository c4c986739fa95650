import { captured, documented } from '../evidence.ts'
import type { RefusalRule } from '../rule.ts'
import { graphRule, publishedBodies } from './graph-rule.ts'

const errorCodes = 'MicrosoftDocs/entra-docs docs/agent-id/error-codes.md'

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

export const agentsDoNotCreateAgents = graphRule<Pick<NewAgent, 'creator'>>({
  id: 'AGENT-CREATOR-AGENT',
  title: 'An agent identity does not create agent identities',
  error: 'Error_AgentIdentitiesCreatingAgentIdentitiesNotAllowed',
  status: 403,
  message: () => 'Agent identities cannot create agent identities.',
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ creator }) => creator === 'agentIdentity',
})

export const blueprintCreatesItsOwn = graphRule<NewAgent>({
  id: 'AGENT-CREATOR-BLUEPRINT',
  title: 'A blueprint creates agent identities of its own only',
  error: 'Error_AgentBlueprintCannotCreateAssociatedIdentity',
  status: 403,
  message: ({ blueprintId }) =>
    `The calling Agent Blueprint cannot create agent identities of '${blueprintId}'.`,
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ creator, creatorAppId, blueprintId }) =>
    creator === 'blueprint' && creatorAppId !== blueprintId,
})

export const managerCreatesItsOwn = graphRule<NewAgent>({
  id: 'AGENT-CREATOR-SELF',
  title: 'An application that creates as manager creates agent identities of itself only',
  error: 'Error_AgentIdentitySelfCreateRequired',
  status: 403,
  message: () => 'The caller can only create agent identities of itself.',
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ creator, createsAsManager, creatorAppId, blueprintId }) =>
    creator === 'application' && createsAsManager && creatorAppId !== blueprintId,
})

export const agentHasNoCredentials = graphRule<{ readonly hasCredentials: boolean }>({
  id: 'AGENT-CREDENTIALS',
  title: 'An agent identity has no credentials of its own',
  error: 'AgentIdentity_CredentialsNotSupported',
  status: 400,
  message: () => 'Credentials are not supported for agent identities.',
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ hasCredentials }) => hasCredentials,
})

export const agentParentIsBlueprint = graphRule<NewAgent>({
  id: 'AGENT-PARENT',
  title: 'An agent identity belongs to a blueprint',
  error: 'AgentIdentity_IncompatibleParentType',
  status: 400,
  message: ({ blueprintId }) => `'${blueprintId}' is not the appId of an Agent Blueprint.`,
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ parentIsBlueprint }) => !parentIsBlueprint,
})

export const agentParentHasPrincipal = graphRule<NewAgent>({
  id: 'AGENT-PARENT-PRINCIPAL',
  title: 'The blueprint of an agent identity has a principal in the tenant',
  error: 'AgentIdentity_AgentBlueprintPrincipalDoesNotExist',
  status: 400,
  message: () => 'The Agent Blueprint Principal for the Agent Blueprint does not exist.',
  evidence: documented(errorCodes),
  assumed: ['error'],
  broken: ({ parentHasPrincipal }) => !parentHasPrincipal,
})

export const agentHasSponsor = graphRule<NewAgent>({
  id: 'AGENT-SPONSOR',
  title: 'An agent identity is created with a sponsor',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'No sponsor specified. Please provide at least one sponsor.',
  evidence: captured('github.com/microsoft/Agent365-devTools/issues/28 and 141'),
  broken: ({ hasSponsor }) => !hasSponsor,
})

export const agentsAreFew = graphRule<NewAgent>({
  id: 'AGENT-LIMIT',
  title: 'A blueprint has 250 agent identities that applications created without a user',
  error: 'AgentIdentity_LimitExceeded',
  status: 403,
  message: () => 'The number of agent identities of the Agent Blueprint exceeds the limit of 250.',
  evidence: documented(errorCodes),
  assumed: ['status'],
  broken: ({ isAppOnly, madeAppOnly }) => isAppOnly && madeAppOnly >= 250,
})

type NewAgentUser = {
  readonly parentId: string
  readonly parentIsAgent: boolean
  readonly parentHasUser: boolean
  readonly domainIsVerified: boolean
  readonly upnIsTaken: boolean
}

const agentUserDocs = 'MicrosoftDocs/entra-docs docs/agent-id/agent-users.md'

export const agentUserParentIsAgent = graphRule<NewAgentUser>({
  id: 'AGENTUSER-PARENT',
  title: 'An agent user belongs to an agent identity',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ parentId }) => `Object with id ${parentId} not found.`,
  evidence: documented(agentUserDocs),
  assumed: ['error', 'status'],
  broken: ({ parentIsAgent }) => !parentIsAgent,
})

export const agentUserIsSingle = graphRule<Pick<NewAgentUser, 'parentId' | 'parentHasUser'>>({
  id: 'AGENTUSER-SINGLE',
  title: 'An agent identity has one agent user',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ parentId }) => `The agent identity ${parentId} has an agent user already.`,
  evidence: documented(agentUserDocs),
  assumed: ['error'],
  broken: ({ parentHasUser }) => parentHasUser,
})

export const agentUserDomainIsVerified = graphRule<Pick<NewAgentUser, 'domainIsVerified'>>({
  id: 'AGENTUSER-DOMAIN',
  title: 'The name of an agent user ends in a verified domain of the tenant',
  error: 'Request_BadRequest',
  status: 400,
  message: () =>
    'The domain portion of the userPrincipalName property is invalid. The root domain of the specified UPN does not belong to a verified domain.',
  evidence: captured('microsoft/entrabot engineering-history/research/hard-won-learnings.md, 9'),
  assumed: ['error'],
  broken: ({ domainIsVerified }) => !domainIsVerified,
})

export const agentUserNameIsFree = graphRule<Pick<NewAgentUser, 'upnIsTaken'>>({
  id: 'AGENTUSER-NAME',
  title: 'The name of an agent user belongs to nobody else',
  error: 'Request_BadRequest',
  status: 400,
  message: () =>
    'Another object with the same value for property userPrincipalName already exists.',
  evidence: publishedBodies,
  broken: ({ upnIsTaken }) => upnIsTaken,
})

export const agentRules = [
  agentsDoNotCreateAgents,
  blueprintCreatesItsOwn,
  managerCreatesItsOwn,
  agentHasNoCredentials,
  agentParentIsBlueprint,
  agentParentHasPrincipal,
  agentHasSponsor,
  agentsAreFew,
  agentUserParentIsAgent,
  agentUserIsSingle,
  agentUserDomainIsVerified,
  agentUserNameIsFree,
] satisfies readonly RefusalRule[]
