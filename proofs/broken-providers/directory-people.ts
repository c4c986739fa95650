import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { broken, changedBody, done } from '../broken-answers.ts'
import { ignored, written } from '../broken-graph-promises.ts'
import { graphPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

const denied = () =>
  Response.json({ error: { code: 'Authorization_RequestDenied' } }, { status: 403 })

/** Writes that are refused whoever asks. */
function denying(method: string, path: RegExp): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const isIt = request.method === method && path.test(new URL(request.url).pathname)
    return isIt ? denied() : forward(request)
  }
  return { intercept }
}

/** The principal of a blueprint with a part of it changed. */
const principal = (change: (body: Body) => Body) =>
  changedBody(/servicePrincipals\(appId=/, 200, (body) => ({ ...body, ...change(body) }))

const roles = ({ appRoles }: Body) => [appRoles].flat() as readonly Body[]

/** A directory in which owners, members and principals are otherwise than it says, one fault after another. */
export const directoryPeopleWrong: readonly BrokenProvider[] = [
  {
    name: 'a developer changes any blueprint',
    breaks: ['GRAPH-DIRECTORY-ROLE'],
    options: broken(graphPath, async (answer) =>
      answer.headers.get('x-mock-rule') === 'GRAPH-DIRECTORY-ROLE' ? done() : answer,
    ),
  },
  {
    name: 'owners may not add secrets',
    breaks: ['GRAPH-DIRECTORY-ROLE'],
    options: denying('POST', /addPassword$/),
  },
  {
    name: 'owners may not change their blueprint',
    breaks: ['GRAPH-DIRECTORY-ROLE'],
    options: denying('PATCH', /applications\(appId=/),
  },
  {
    name: 'sponsors and owners may not change agent identities',
    breaks: ['GRAPH-DIRECTORY-ROLE'],
    options: denying('PATCH', /servicePrincipals/),
  },
  {
    name: 'nobody becomes an owner',
    breaks: ['GRAPH-DIRECTORY-ROLE'],
    options: ignored('POST', /owners\/\$ref$/, done),
  },
  {
    name: 'a removed owner stays',
    breaks: ['GRAPH-DIRECTORY-ROLE'],
    options: ignored('DELETE', /owners\/[^/]+\/\$ref$/, done),
  },
  {
    name: 'the creator of a blueprint does not own it',
    breaks: ['OWNER-CREATOR'],
    options: changedBody(/owners$/, 200, (body) => ({ ...body, value: [] })),
  },
  {
    name: 'groups may own',
    breaks: ['OWNER-KIND'],
    options: { waivedRules: ['OWNER-KIND'] },
  },
  {
    name: 'service principals may not own',
    breaks: ['OWNER-KIND'],
    options: broken(/owners\/\$ref$/, async (answer) =>
      answer.status === 204
        ? Response.json({ error: { code: 'Request_BadRequest' } }, { status: 400 })
        : answer,
    ),
  },
  {
    name: 'a principal shows no descriptions of roles',
    breaks: ['PRINCIPAL-MIRROR'],
    options: principal((body) => ({
      appRoles: roles(body).map((role) => ({ ...role, description: role.displayName })),
    })),
  },
  {
    name: 'a principal says that every role is for applications',
    breaks: ['PRINCIPAL-MIRROR'],
    options: principal((body) => ({
      appRoles: roles(body).map((role) => ({ ...role, allowedMemberTypes: ['Application'] })),
    })),
  },
  {
    name: 'a principal hides disabled roles',
    breaks: ['PRINCIPAL-MIRROR'],
    options: principal((body) => ({ appRoles: roles(body).filter(({ isEnabled }) => isEnabled) })),
  },
  {
    name: 'a principal shows no scopes',
    breaks: ['PRINCIPAL-MIRROR'],
    options: principal(() => ({ oauth2PermissionScopes: [] })),
  },
  {
    name: 'a principal says that its application is at home nowhere',
    breaks: ['PRINCIPAL-MIRROR'],
    options: principal(() => ({ appOwnerOrganizationId: null })),
  },
  {
    name: 'a deleted group is not listed',
    breaks: ['GROUP-RESTORE'],
    options: broken(/deletedItems\/microsoft\.graph\.group$/, async () =>
      Response.json({ value: [] }),
    ),
  },
  {
    name: 'a principal shows no links',
    breaks: ['PRINCIPAL-MIRROR'],
    options: principal(() => ({ info: null, homepage: null, replyUrls: [] })),
  },
  {
    name: 'Microsoft Graph lists the permissions of agents alone',
    breaks: ['GRAPH-ROLES'],
    options: principal((body) => ({
      appRoles: roles(body).filter(({ value }) => String(value).startsWith('Agent')),
    })),
  },
  {
    name: 'secrets read alone are shown',
    breaks: ['GRAPH-PROPERTY'],
    options: changedBody(/passwordCredentials$/, 200, (body) => ({
      ...body,
      value: [body.value].flat().map((one) => ({ ...(one as Body), secretText: 'shown' })),
    })),
  },
  {
    name: 'members of nested groups do not count',
    breaks: ['GROUP-COUNT'],
    options: {
      intercept: async (request, forward) =>
        forward(new Request(request.url.replace('transitiveMembers', 'members'), request)),
    },
  },
  {
    name: 'a new group is a security group',
    breaks: ['GROUP-CREATED'],
    options: written('POST', /groups$/, (body) => ({ ...body, groupTypes: [] })),
  },
  {
    name: 'an added member is forgotten',
    breaks: ['GROUP-CREATED'],
    options: ignored('POST', /members\/\$ref$/, done),
  },
  {
    name: 'users are assigned no roles',
    breaks: ['ROLE-USER'],
    options: denying('POST', /appRoleAssignedTo$/),
  },
  {
    name: 'anybody is assigned any role',
    breaks: ['ROLE-MEMBER'],
    options: { waivedRules: ['ROLE-MEMBER'] },
  },
]
