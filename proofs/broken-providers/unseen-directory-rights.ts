import { done } from '../broken-answers.ts'
import { nobody } from '../token-kinds.ts'
import {
  answered,
  answeredWith,
  asked,
  asks,
  type Body,
  everything,
  type GraphFault,
  grantedInsteadOf,
  ofObject,
  readRequest,
  reads,
  shownWith,
  writtenAs,
} from './graph-faults.ts'

const made = () => Response.json({ id: nobody }, { status: 201 })
const permitted = (end: string, answer: () => Response, method = 'POST') =>
  grantedInsteadOf(403, asks(method, end), answer)

/** Rights, roles and people that are looked at otherwise. */
export const rightsOtherwise: readonly GraphFault[] = [
  [
    'anybody adds secrets',
    'GRAPH-PERMISSION',
    permitted('addPassword', () => Response.json({ keyId: nobody, secretText: 'anybody' })),
  ],
  ['anybody adds trusts', 'GRAPH-PERMISSION', permitted('federatedIdentityCredentials', made)],
  ['anybody deletes', 'GRAPH-PERMISSION', permitted(ofObject, done, 'DELETE')],
  [
    'anybody restores',
    'GRAPH-PERMISSION',
    permitted('restore', () => Response.json({ id: nobody })),
  ],
  ['anybody assigns roles', 'GRAPH-PERMISSION', permitted('appRoleAssign\\w+', made)],
  ['anybody grants permissions', 'GRAPH-PERMISSION', permitted('oauth2PermissionGrants', made)],
  [
    'anybody makes agent users',
    'GRAPH-PERMISSION',
    permitted('users(/microsoft.graph.agentUser)?', made),
  ],
  ['anybody reads', 'GRAPH-PERMISSION', permitted('', () => Response.json({ value: [] }), 'GET')],
  ['anybody disables', 'GRAPH-PERMISSION', permitted(ofObject, done, 'PATCH')],
  ['anybody adds owners', 'GRAPH-PERMISSION', permitted('owners/\\$ref', done)],
  [
    'groups own agents',
    'OWNER-KIND',
    grantedInsteadOf(400, asks('POST', 'agentIdentity/owners/\\$ref'), done),
  ],
  [
    'anything owns blueprints',
    'OWNER-KIND',
    grantedInsteadOf(400, asks('POST', 'agentIdentityBlueprint/owners/\\$ref'), done),
  ],
  [
    'anything sponsors agents',
    'SPONSOR-KIND',
    grantedInsteadOf(400, asks('POST', 'agentIdentity/sponsors/\\$ref'), done),
  ],
  [
    'anything sponsors blueprints',
    'SPONSOR-KIND',
    grantedInsteadOf(400, asks('POST', 'agentIdentityBlueprint/sponsors/\\$ref'), done),
  ],
  [
    'an agent user has no parent',
    'AGENTUSER-PARENT',
    answered(asks('POST', 'users(/microsoft.graph.agentUser)?'), async (request, forward) => {
      const body = await readRequest(request)
      const answer = await forward(request.clone())
      return answer.status === 400 && !('identityParentId' in body) && !('identityParent' in body)
        ? Response.json({ ...body, id: nobody }, { status: 201 })
        : answer
    }),
  ],
  [
    'an agent user is a guest',
    'AGENTUSER-CREATED',
    shownWith(everything, (one) => ('userType' in one ? { ...one, userType: 'Guest' } : one)),
  ],
  [
    'a withdrawn role stays',
    'ROLE-ASSIGNED',
    answered(asks('DELETE', 'appRoleAssign\\w+/[^/]+'), async () => done()),
  ],
  [
    'a withdrawn grant stays',
    'GRANT-CREATED',
    answered(asks('DELETE', 'oauth2PermissionGrants/[^/]+'), async () => done()),
  ],
  [
    'a changed grant stays',
    'GRANT-CREATED',
    answered(asks('PATCH', 'oauth2PermissionGrants/[^/]+'), async () => done()),
  ],
  [
    'a grant does not say for whom',
    'GRANT-CREATED',
    shownWith(everything, ({ principalId: _, ...one }) => one),
  ],
  [
    'a withdrawn inheritance stays',
    'INHERIT-CREATED',
    answered(asks('DELETE', 'inheritablePermissions/[^/]+'), async () => done()),
  ],
  [
    'an inheritance of nothing is one of everything',
    'INHERIT-ROLES',
    writtenAs(asks('POST', 'inheritablePermissions'), (body) => ({
      ...body,
      inheritableRoles: { '@odata.type': '#microsoft.graph.allAllowedRoles', kind: 'allAllowed' },
    })),
  ],
  [
    'the type of a role holder is wrong',
    'ROLE-ASSIGNED',
    shownWith(everything, (one) =>
      'principalType' in one ? { ...one, principalType: 'User' } : one,
    ),
  ],
  [
    'roles of applications are for users',
    'GRAPH-ROLES',
    shownWith(reads, (one) =>
      Array.isArray(one.appRoles)
        ? {
            ...one,
            appRoles: one.appRoles.map((each) => ({ ...each, allowedMemberTypes: ['User'] })),
          }
        : one,
    ),
  ],
  [
    'sign-ins say agents are blueprints and blueprints agents',
    'SIGNIN-AGENT',
    shownWith(asks('GET', 'signIns'), (one) => {
      const agent = one.agent as Body
      const other = agent?.agentType === 'agenticApp' ? 'agenticAppInstance' : 'agenticApp'
      return { ...one, agent: { ...agent, agentType: other } }
    }),
  ],
  [
    'a sign-in does not name the parent',
    'SIGNIN-AGENT',
    shownWith(asks('GET', 'signIns'), (one) => ({
      ...one,
      agent: { ...(one.agent as Body), parentAppId: null },
    })),
  ],
  [
    'sign-ins leave out what was refused',
    'SIGNIN-AGENT',
    answeredWith(asks('GET', 'signIns'), (body) => ({
      ...body,
      value: (body.value as readonly Body[]).filter(
        (one) => (one.status as Body | undefined)?.errorCode === 0,
      ),
    })),
  ],
  [
    'the organization does not list its domains',
    'GRAPH-TENANT',
    shownWith(asks('GET', 'organization'), ({ verifiedDomains: _, ...one }) => one),
  ],
  [
    'only direct members are counted',
    'GROUP-COUNT',
    asked(asks('GET', 'transitiveMembers/\\$count'), (url) => {
      url.pathname = url.pathname.replace('transitiveMembers', 'members')
    }),
  ],
]
