import { alsoAsked } from './graph-callers.ts'
import {
  answered,
  asks,
  type Body,
  type GraphFault,
  grantedAs,
  grantedInsteadOf,
  ofObject,
  readRequest,
  writtenAs,
} from './graph-faults.ts'

const objects = '/(applications|servicePrincipals|users|groups)'
const changes = asks('PATCH', `${objects}(/[\\w.]+)?/?${ofObject}`)
const creates = asks('POST', `${objects}(/[\\w.]+)?`)
const createsAgent = asks('POST', '/servicePrincipals(/[\\w.]+)?')
const grants = '/oauth2PermissionGrants'
const inheritance = '/inheritablePermissions'
const nothing = () => new Response(null, { status: 204 })

const without =
  (...names: readonly string[]) =>
  (body: Body) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))

const namesCut = ({ displayName, ...body }: Body) => ({
  ...body,
  ...(displayName !== undefined && {
    displayName: typeof displayName === 'string' ? displayName.slice(0, 256) : displayName,
  }),
})

export const writingUnseen: readonly GraphFault[] = [
  [
    'a change of what is no property is taken without a word',
    'GRAPH-PROPERTY-KNOWN',
    grantedInsteadOf(400, changes, nothing),
  ],
  [
    'a change of ids is taken without a word',
    'GRAPH-PROPERTY-KNOWN',
    writtenAs(changes, without('id', 'appId', 'createdDateTime')),
  ],
  [
    'a change of the blueprint of an agent identity is taken without a word',
    'GRAPH-PROPERTY-KNOWN',
    writtenAs(changes, without('agentIdentityBlueprintId')),
  ],
  [
    'a change of the parent of an agent user is taken without a word',
    'GRAPH-PROPERTY-KNOWN',
    writtenAs(changes, without('identityParentId')),
  ],
  [
    'null clears nothing',
    'GRAPH-CHANGED',
    writtenAs(changes, (body) =>
      Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)),
    ),
  ],
  [
    'a change of the name clears the tags',
    'GRAPH-CHANGED',
    writtenAs(changes, (body) => ('displayName' in body ? { tags: [], ...body } : body)),
  ],
  ['too long a name is cut', 'GRAPH-PROPERTY-VALUE', writtenAs(creates, namesCut)],
  [
    'a new agent identity is enabled, whatever was asked',
    'GRAPH-CREATED',
    writtenAs(createsAgent, without('accountEnabled')),
  ],
  [
    'a new object has no tags, whatever was asked',
    'GRAPH-CREATED',
    writtenAs(creates, without('tags')),
  ],
  [
    'a new object has no owners, whatever was asked',
    'GRAPH-CREATED',
    writtenAs(creates, without('owners@odata.bind')),
  ],
  ['an added owner is answered with 200', 'GRAPH-GRANTED', grantedAs(asks('POST', '/\\$ref'), 200)],
  [
    'a removed owner or sponsor stays',
    'SPONSOR-CHANGE',
    answered(asks('DELETE', '/\\$ref'), async () => nothing()),
  ],
  [
    'an added owner replaces the others',
    'SPONSOR-CHANGE',
    answered(asks('POST', '/owners/\\$ref'), async (request, forward) => {
      const answer = await forward(request.clone())
      if (!answer.ok) return answer
      const path = new URL(request.url).pathname.replace(/\/\$ref$/, '')
      const { value } = (await (await alsoAsked(request, forward, path)).json()) as Body
      const added = String((await readRequest(request))['@odata.id'])
      for (const { id } of value as readonly Body[]) {
        if (added.includes(String(id))) continue
        await alsoAsked(request, forward, `${path}/${id}/$ref`, { method: 'DELETE' })
      }
      return answer
    }),
  ],
  [
    'a changed grant keeps its former scopes',
    'GRANT-CREATED',
    answered(asks('PATCH', `${grants}/[^/]+`), async (request, forward) => {
      const path = new URL(request.url).pathname
      const before = (await (await alsoAsked(request, forward, path)).json()) as Body
      const { scope } = await readRequest(request)
      const body = { scope: `${before.scope} ${scope}` }
      return alsoAsked(request, forward, path, { method: 'PATCH', body })
    }),
  ],
  [
    'a grant for one user without a user is a grant for all',
    'GRANT-PARTIES',
    writtenAs(asks('POST', grants), (body) =>
      body.consentType === 'Principal' && !body.principalId
        ? { ...body, consentType: 'AllPrincipals' }
        : body,
    ),
  ],
  [
    'a change of inherited scopes resets the roles',
    'INHERIT-CREATED',
    writtenAs(asks('PATCH', `${inheritance}/[^/]+`), (body) => ({
      inheritableRoles: { '@odata.type': '#microsoft.graph.noRoles', kind: 'none' },
      ...body,
    })),
  ],
  [
    'a change of what is inherited is answered with nothing',
    'INHERIT-CREATED',
    answered(asks('PATCH', `${inheritance}/[^/]+`), async (request, forward) => {
      const answer = await forward(request)
      return answer.ok ? nothing() : answer
    }),
  ],
]
