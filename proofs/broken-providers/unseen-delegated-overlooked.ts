import type { TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksAgentUser,
  asksDelegated,
  asksOnBehalf,
  atDelegated,
  type Described,
} from './delegated-provider.ts'
import { agentIn, clientOf, type Grants } from './grants-of-agents.ts'

/** Refusals of what is right: as if these grants were none. */
const overlooking = (
  which: (grant: Grants[number], tenant: Described, asked: TokenRequest) => boolean,
  about: (asked: TokenRequest) => boolean = asksDelegated,
) =>
  atDelegated(async ({ asked, pass, within }) =>
    about(asked)
      ? within((tenant) => ({
          ...tenant,
          permissionGrants: tenant.permissionGrants.filter((one) => !which(one, tenant, asked)),
        }))
      : pass(),
  )

/** Consent that is overlooked. */
export const unseenDelegatedOverlooked: readonly BrokenProvider[] = [
  {
    name: 'the agent user of an agent inherits nothing',
    breaks: ['TOKEN-SCOPES'],
    options: overlooking(
      ({ client }, tenant, asked) => client === agentIn(tenant, asked)?.blueprint,
      asksAgentUser,
    ),
  },
  {
    name: 'agents that act for people inherit nothing',
    breaks: ['TOKEN-SCOPES'],
    options: overlooking(
      ({ client }, tenant, asked) => client === agentIn(tenant, asked)?.blueprint,
      asksOnBehalf,
    ),
  },
  {
    name: 'consent of an administrator does not count for people',
    breaks: ['TOKEN-SCOPES'],
    options: overlooking(
      ({ client, user }, _, asked) => client === clientOf(asked) && user === undefined,
      asksOnBehalf,
    ),
  },
  {
    name: 'consent of an administrator does not count for agent users',
    breaks: ['TOKEN-SCOPES'],
    options: overlooking(
      ({ client, user }, _, asked) => client === clientOf(asked) && user === undefined,
      asksAgentUser,
    ),
  },
  {
    name: 'the consent of a person hides that of the administrator',
    breaks: ['TOKEN-SCOPES'],
    options: overlooking(
      ({ client, user, resource }, { permissionGrants }, asked) =>
        client === clientOf(asked) &&
        user === undefined &&
        permissionGrants.some(
          (one) => one.client === client && one.resource === resource && one.user !== undefined,
        ),
    ),
  },
  {
    name: 'what an agent was granted itself hides what it inherits',
    breaks: ['TOKEN-SCOPES'],
    options: overlooking(
      ({ client, resource }, tenant, asked) =>
        client === agentIn(tenant, asked)?.blueprint &&
        tenant.permissionGrants.some(
          (one) => one.client === clientOf(asked) && one.resource === resource,
        ),
    ),
  },
]
