import { captured, documented } from '../evidence.ts'
import { graphRefusal, publishedBodies } from './graph-refusals.ts'

const agentUserDocs = 'MicrosoftDocs/entra-docs docs/agent-id/agent-users.md'

type NewAgentUser = {
  readonly parentId: string
  readonly parentIsAgent: boolean
  readonly parentHasUser: boolean
  readonly domainIsVerified: boolean
  readonly upnIsTaken: boolean
}

const agentUserParentIsAgent = graphRefusal<NewAgentUser>({
  id: 'AGENTUSER-PARENT',
  title: 'An agent user belongs to an agent identity',
  error: 'Request_BadRequest',
  message: ({ parentId }) => `Object with id ${parentId} not found.`,
  evidence: documented(agentUserDocs),
  assumed: ['error', 'status'],
  broken: ({ parentIsAgent }) => !parentIsAgent,
})

export const agentUserIsSingle = graphRefusal<Pick<NewAgentUser, 'parentId' | 'parentHasUser'>>({
  id: 'AGENTUSER-SINGLE',
  title: 'An agent identity has one agent user',
  error: 'Request_BadRequest',
  message: ({ parentId }) => `The agent identity ${parentId} has an agent user already.`,
  evidence: documented(agentUserDocs),
  assumed: ['error'],
  broken: ({ parentHasUser }) => parentHasUser,
})

const agentUserDomainIsVerified = graphRefusal<Pick<NewAgentUser, 'domainIsVerified'>>({
  id: 'AGENTUSER-DOMAIN',
  title: 'The name of an agent user ends in a verified domain of the tenant',
  error: 'Request_BadRequest',
  message: () =>
    'The domain portion of the userPrincipalName property is invalid. The root domain of the specified UPN does not belong to a verified domain.',
  evidence: captured('microsoft/entrabot engineering-history/research/hard-won-learnings.md, 9'),
  assumed: ['error'],
  broken: ({ domainIsVerified }) => !domainIsVerified,
})

export const agentUserNameIsFree = graphRefusal<Pick<NewAgentUser, 'upnIsTaken'>>({
  id: 'AGENTUSER-NAME',
  title: 'The name of an agent user is unique',
  error: 'Request_BadRequest',
  message: () =>
    'Another object with the same value for property userPrincipalName already exists.',
  evidence: publishedBodies,
  broken: ({ upnIsTaken }) => upnIsTaken,
})

/** The name of any user. In the order of enforcement. */
export const userNameRules = [agentUserDomainIsVerified, agentUserNameIsFree]

/** In the order of enforcement. */
export const newAgentUserRules = [agentUserParentIsAgent, agentUserIsSingle, ...userNameRules]
