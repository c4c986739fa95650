import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { done, notFound } from '../broken-answers.ts'
import { nobody } from '../token-kinds.ts'
import {
  answered,
  answeredWith,
  asks,
  everything,
  type GraphFault,
  grantedInsteadOf,
  ofObject,
  readAnswer,
  readRequest,
  reads,
  repeated,
  shownWith,
  writtenAs,
} from './graph-faults.ts'

const newBlueprint = asks('POST', 'agentIdentityBlueprint')
const newAgent = asks('POST', 'agentIdentity')

/** Deletions of such objects only hide them. */
function hidingDeletions(path: string): InProcessOptions {
  const gone = new Set<string>()
  const deletes = asks('DELETE', `${path}/?(${ofObject}|[\\w-]+)`)
  const intercept: Intercept = async (request, forward) => {
    const { pathname } = new URL(request.url)
    const isPart = pathname.includes('/federatedIdentityCredentials/')
    const id = isPart ? pathname : (/[0-9a-f-]{36}/.exec(pathname)?.[0] ?? '')
    if (deletes(request)) {
      gone.add(id)
      return done()
    }
    return everything(request) && gone.has(id) ? notFound() : forward(request)
  }
  return { intercept }
}

/** What is not found is looked for in every other tenant. */
function acrossTenants(): InProcessOptions {
  return answered(reads, async (request, forward) => {
    const answer = await forward(request)
    const [clientId] = /[0-9a-f-]{36}/.exec(request.url) ?? []
    if (answer.status !== 404 || !clientId) return answer
    const control = (path: string, init?: RequestInit) =>
      forward(new Request(new URL(path, request.url), init))
    const { tenants } = (await readAnswer(await control('/_mock/tenants'))) as {
      readonly tenants: readonly { readonly tenantId: string }[]
    }
    for (const { tenantId } of tenants) {
      const path = `/_mock/graph-tokens?tenant=${tenantId}`
      const body = JSON.stringify({ clientId, roles: ['Application.Read.All'] })
      const headed = { 'content-type': 'application/json' }
      const { token } = await readAnswer(
        await control(path, { method: 'POST', headers: headed, body }),
      )
      const headers = { authorization: `Bearer ${token}` }
      const other = await forward(new Request(request.url, { headers }))
      if (other.ok) return other
    }
    return answer
  })
}

/** Objects that live otherwise than the directory says. */
export const livesOtherwise: readonly GraphFault[] = [
  [
    'a deleted trust still works',
    'FEDERATION-EXACT',
    hidingDeletions('federatedIdentityCredentials'),
  ],
  ['a deleted blueprint still authenticates', 'DELETE-RESTORE', hidingDeletions('applications')],
  ['a deleted agent still authenticates', 'DELETE-RESTORE', hidingDeletions('servicePrincipals')],
  [
    'a disabled agent only looks so',
    'DISABLE-AGENT',
    answered(asks('PATCH', ofObject), async (request, forward) =>
      'accountEnabled' in (await readRequest(request)) ? done() : forward(request),
    ),
  ],
  [
    'a restored object has another client id',
    'DELETE-RESTORE',
    answeredWith(asks('POST', 'restore'), (body) => ({ ...body, appId: nobody })),
  ],
  [
    'a restored object has another id',
    'DELETE-RESTORE',
    answeredWith(asks('POST', 'restore'), (body) => ({ ...body, id: nobody })),
  ],
  [
    'a restored object is answered with nothing',
    'DELETE-RESTORE',
    answered(asks('POST', 'restore'), async (request, forward) => {
      const answer = await forward(request)
      return answer.ok ? done() : answer
    }),
  ],
  [
    'a restored object is disabled',
    'DELETE-RESTORE',
    answered(asks('POST', 'restore'), async (request, forward) => {
      const answer = await forward(request)
      const { id } = await readAnswer(answer)
      await forward(
        new Request(new URL(`/v1.0/servicePrincipals/${id}`, request.url), {
          method: 'PATCH',
          headers: { ...Object.fromEntries(request.headers), 'content-type': 'application/json' },
          body: JSON.stringify({ accountEnabled: false }),
        }),
      )
      return answer
    }),
  ],
  [
    'a deleted object does not say when',
    'DELETE-RESTORE',
    shownWith(asks('GET', /deletedItems/), (one) => ({ ...one, deletedDateTime: null })),
  ],
  [
    'deleted objects are listed whatever their type',
    'DELETE-RESTORE',
    shownWith(asks('GET', 'deletedItems/microsoft.graph.\\w+'), (one) => ({
      ...one,
      '@odata.type': '#microsoft.graph.group',
    })),
  ],
  [
    'deleting what is not there succeeds',
    'GRAPH-OBJECT',
    grantedInsteadOf(404, asks('DELETE', ''), done),
  ],
  [
    'changing what is not there succeeds',
    'GRAPH-OBJECT',
    grantedInsteadOf(404, asks('PATCH', ''), done),
  ],
  ['objects of other tenants are found', 'GRAPH-OBJECT', acrossTenants()],
  ['the same agent is made again', 'AGENT-CREATED', repeated(newAgent)],
  ['the same blueprint is made again', 'BLUEPRINT-CREATED', repeated(newBlueprint)],
  [
    'a new agent is disabled',
    'AGENT-CREATED',
    answeredWith(newAgent, (body) => ({ ...body, accountEnabled: false })),
  ],
  [
    'a new agent is of type Application',
    'AGENT-CREATED',
    answeredWith(newAgent, (body) => ({ ...body, servicePrincipalType: 'Application' })),
  ],
  [
    'an agent has no sponsors',
    'SPONSOR-CHANGE',
    answeredWith(asks('GET', 'agentIdentity/sponsors'), (body) => ({ ...body, value: [] })),
  ],
  [
    'with a sponsor the owner goes',
    'SPONSOR-CHANGE',
    answered(asks('DELETE', 'sponsors/[^/]+/\\$ref'), async (request, forward) => {
      const { url, method, headers } = request
      await forward(new Request(url.replace('sponsors', 'owners'), { method, headers }))
      return forward(request)
    }),
  ],
  [
    'an owner cannot be removed',
    'SPONSOR-CHANGE',
    answered(asks('DELETE', 'owners/[^/]+/\\$ref'), async () => done()),
  ],
  [
    'a change of the name is ignored',
    'GRAPH-CHANGED',
    writtenAs(asks('PATCH', ofObject), ({ displayName: _, ...body }) => body),
  ],
  [
    'an application id URI is ignored',
    'BLUEPRINT-URI',
    writtenAs(asks('PATCH', ofObject), ({ identifierUris: _, ...body }) => body),
  ],
  [
    'a refused change is made as far as it is known',
    'REFUSED-WHOLE',
    answered(asks('PATCH', ofObject), async (request, forward) => {
      const body = await readRequest(request)
      const answer = await forward(request.clone())
      if (answer.ok) return answer
      for (const [name, value] of Object.entries(body)) {
        const { url, headers } = request
        const part = JSON.stringify({ [name]: value })
        await forward(new Request(url, { method: 'PATCH', headers, body: part }))
      }
      return answer
    }),
  ],
]
