import { rulesOf, type Stage } from '../stage.ts'
import { newAgentUserRules } from './agent-users.ts'
import { agentHasNoCredentials, agentsDoNotCreateAgents, newAgentRules } from './agents.ts'
import { identifierUriIsFree, newBlueprintRules, newInheritanceRules } from './blueprints.ts'
import { graphCallerIsKnown, graphTokenRules, permissionRules } from './callers.ts'
import {
  keyIsCertificate,
  keyProofIsValid,
  removedKeyIsKnown,
  removedPasswordIsKnown,
} from './credentials.ts'
import { writtenFederationRules } from './federation.ts'
import { newAssignmentRules, newGrantRules } from './grants.ts'
import {
  newPrincipalRules,
  ownersFit,
  principalIsNotHardDeleted,
  sponsorRules,
} from './principals.ts'
import { countIsEventual, queryRules } from './queries.ts'
import {
  batchIsSmall,
  bodyRules,
  objectIsKnown,
  propertyRules,
  referenceIsKnown,
  referenceIsNew,
  routeRules,
} from './requests.ts'
import { userinfoRules } from './userinfo.ts'

/**
 * A request to Microsoft Graph, in the order of enforcement: each operation meets some of these stages.
 * A rule that an operation looks at more than once stands where it comes first.
 */
export const graphStages: readonly Stage[] = [
  { about: 'the token', rules: graphTokenRules },
  { about: 'the caller', rules: [graphCallerIsKnown] },
  { about: 'the path', rules: routeRules },
  { about: 'user information', rules: userinfoRules },
  { about: 'the body', rules: bodyRules },
  { about: 'who creates an agent identity', rules: [agentsDoNotCreateAgents] },
  { about: 'the permission', rules: permissionRules },
  { about: 'the object', rules: [objectIsKnown, principalIsNotHardDeleted] },
  { about: 'the properties', rules: [...propertyRules, batchIsSmall, agentHasNoCredentials] },
  { about: 'a principal', rules: newPrincipalRules },
  { about: 'a user', rules: newAgentUserRules },
  { about: 'references', rules: [referenceIsKnown, referenceIsNew, ownersFit, ...sponsorRules] },
  { about: 'a blueprint', rules: [...newBlueprintRules, identifierUriIsFree] },
  { about: 'an agent identity', rules: newAgentRules },
  {
    about: 'secrets and certificates',
    rules: [removedPasswordIsKnown, keyProofIsValid, removedKeyIsKnown, keyIsCertificate],
  },
  { about: 'a federated identity credential', rules: writtenFederationRules },
  { about: 'an inheritable permission', rules: newInheritanceRules },
  { about: 'a role assignment', rules: newAssignmentRules },
  { about: 'a permission grant', rules: newGrantRules },
  { about: 'the query', rules: queryRules },
  { about: 'a count alone', rules: [countIsEventual] },
]

export const graphRules = rulesOf(graphStages)
