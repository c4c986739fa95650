import { alsoAsked, idIn, keptByTenant, objectsAt } from './graph-callers.ts'
import {
  answered,
  answeredWith,
  asked,
  asks,
  type Body,
  type GraphFault,
  isListing,
  ofObject,
  readRequest,
  reads,
  shownWith,
} from './graph-faults.ts'

const deletes = asks('DELETE', `/(servicePrincipals|applications|users)/?${ofObject}`)
const deletesPrincipal = asks('DELETE', `/servicePrincipals/?${ofObject}`)
const restores = asks('POST', '/restore')

/** Whoever was deleted still owns and sponsors. */
function responsibleForEver() {
  const keptOf = keptByTenant((): Body[] => [])
  const isDeleting = asks('DELETE', `/users/?${ofObject}`)
  const isListed = asks('GET', '/(owners|sponsors)')
  return answered(
    (request) => isDeleting(request) || isListed(request),
    async (request, forward) => {
      const kept = keptOf(request)
      if (isListed(request)) return withMore(await forward(request), kept)
      const path = `/v1.0/users?$filter=id eq '${idIn(request)}'`
      kept.push(...(await objectsAt(request, forward, path)))
      return forward(request)
    },
  )
}

async function withMore(answer: Response, more: readonly Body[]): Promise<Response> {
  const body = (await answer.json()) as Body
  return Response.json(
    isListing(body) ? { ...body, value: [...body.value, ...more] } : body,
    answer,
  )
}

/** Every listing of such objects is of before something was deleted. */
function listingsAsBefore() {
  const seenOf = keptByTenant(() => new Map<string, Body>())
  return answeredWith(
    asks('GET', '/(servicePrincipals|applications|users)(/[\\w.]+)?'),
    (body, request) => {
      if (!isListing(body)) return body
      const seen = seenOf(request)
      const before = seen.get(request.url)
      seen.set(request.url, body)
      return before ?? body
    },
  )
}

/** Once something is restored, such answers are changed. */
function afterRestoring(change: (object: Body) => Body, isIt: (request: Request) => boolean) {
  const restored = new Set<string>()
  const changed = shownWith(isIt, (object) =>
    restored.has(String(object.id)) ? change(object) : object,
  )
  return answered(
    () => true,
    (request, forward) => {
      if (restores(request)) restored.add(idIn(request))
      return changed.intercept?.(request, forward) ?? forward(request)
    },
  )
}

function ownersLostByRestoring() {
  const restored = new Set<string>()
  return answered(
    (request) => restores(request) || asks('GET', '/owners')(request),
    async (request, forward) => {
      if (restores(request)) restored.add(idIn(request))
      const answer = await forward(request)
      const isLost = request.method === 'GET' && restored.has(idIn(request)) && answer.ok
      return isLost ? Response.json({ value: [] }) : answer
    },
  )
}

/** The former name of a federated credential stays taken. */
function namesTakenForEver() {
  const takenOf = keptByTenant(() => new Set<string>())
  const path = '/federatedIdentityCredentials'
  const isRemoving = asks('DELETE', `${path}/[^/]+`)
  const isAdding = asks('POST', path)
  return answered(
    (request) => isRemoving(request) || isAdding(request),
    async (request, forward) => {
      const taken = takenOf(request)
      if (isRemoving(request)) {
        const shown = await alsoAsked(request, forward, new URL(request.url).pathname)
        taken.add(String(((await shown.json()) as Body).name))
        return forward(request)
      }
      const { name } = await readRequest(request)
      if (!taken.has(String(name))) return forward(request)
      const error = { code: 'Request_MultipleObjectsWithSameKeyValue', message: 'It is taken.' }
      return Response.json({ error }, { status: 409 })
    },
  )
}

/** After such a request, another path is asked for too. */
function followedBy(
  isIt: (request: Request) => boolean,
  follow: (request: Request, ask: (path: string, method: string) => Promise<Response>) => unknown,
) {
  return answered(isIt, async (request, forward) => {
    const answer = await forward(request)
    if (answer.ok) {
      await follow(request, (path, method) => alsoAsked(request, forward, path, { method }))
    }
    return answer
  })
}

export const livesUnseen: readonly GraphFault[] = [
  ['a deleted user is still responsible', 'DELETE-RESTORE', responsibleForEver()],
  ['a restored object has lost its owners', 'DELETE-RESTORE', ownersLostByRestoring()],
  [
    'what is restored still says when it was deleted',
    'DELETE-RESTORE',
    answered(restores, async (request, forward) => {
      const answer = await forward(request)
      if (!answer.ok) return answer
      const body = (await answer.json()) as Body
      return Response.json({ ...body, deletedDateTime: '2026-01-01T00:00:00Z' }, answer)
    }),
  ],
  [
    'a restored blueprint shows no secrets',
    'RESTORE-WHOLE',
    afterRestoring(
      (object) => ({ ...object, passwordCredentials: [] }),
      asks('GET', `/applications/?${ofObject}`),
    ),
  ],
  [
    'a restored object shows that it is disabled',
    'DELETE-RESTORE',
    afterRestoring(
      (object) => ('accountEnabled' in object ? { ...object, accountEnabled: false } : object),
      reads,
    ),
  ],
  [
    'what is deleted for good is still there',
    'DELETE-FOR-GOOD',
    answered(asks('DELETE', '/deletedItems/[0-9a-f-]{36}'), async (request, forward) => {
      const url = request.url
      const there = await alsoAsked(request, forward, new URL(url).pathname)
      return there.ok ? new Response(null, { status: 204 }) : forward(request)
    }),
  ],
  ['listings are those of before', 'DELETE-RESTORE', listingsAsBefore()],
  [
    'the name of a removed federated credential stays taken',
    'FEDERATION-NAME-SINGLE',
    namesTakenForEver(),
  ],
  [
    'an agent identity is deleted for good at once',
    'DELETE-RESTORE',
    followedBy(deletesPrincipal, (request, ask) =>
      ask(`/v1.0/directory/deletedItems/${idIn(request)}`, 'DELETE'),
    ),
  ],
  [
    'a user is deleted for good at once',
    'DELETE-RESTORE',
    followedBy(asks('DELETE', `/users/?${ofObject}`), (request, ask) =>
      ask(`/v1.0/directory/deletedItems/${idIn(request)}`, 'DELETE'),
    ),
  ],
  [
    'restoring a blueprint restores its principal too',
    'DELETE-RESTORE',
    followedBy(restores, async (_, ask) => {
      const answer = await ask(
        '/v1.0/directory/deletedItems/microsoft.graph.servicePrincipal',
        'GET',
      )
      const { value = [] } = (await answer.json()) as { readonly value?: readonly Body[] }
      for (const { id } of value) await ask(`/v1.0/directory/deletedItems/${id}/restore`, 'POST')
    }),
  ],
  [
    'deleted objects of every type are listed under each',
    'DELETE-RESTORE',
    asked(asks('GET', '/deletedItems(/[\\w.]+)?'), (url) => {
      url.pathname = url.pathname.replace(/\/microsoft\.graph\.\w+$/i, '')
    }),
  ],
  [
    'deleted objects do not say when they were deleted',
    'DELETE-RESTORE',
    shownWith(asks('GET', '/deletedItems(/[\\w.-]+)?'), (object) => ({
      ...object,
      deletedDateTime: null,
    })),
  ],
  [
    'a blueprint with agent identities is not deleted',
    'DELETE-CASCADE',
    answered(asks('DELETE', `/applications/?${ofObject}`), async (request, forward) => {
      const children = await objectsAt(
        request,
        forward,
        '/v1.0/servicePrincipals/microsoft.graph.agentIdentity',
      )
      const isParent = children.some(
        ({ agentIdentityBlueprintId }) => agentIdentityBlueprintId === idIn(request),
      )
      if (!isParent) return forward(request)
      const error = { code: 'Request_BadRequest', message: 'It has agent identities.' }
      return Response.json({ error }, { status: 400 })
    }),
  ],
  [
    'a deleted object is still found by its id',
    'DELETE-RESTORE',
    answered(
      (request) =>
        deletes(request) || asks('GET', `/(servicePrincipals|users)/?${ofObject}`)(request),
      async (request, forward) => {
        const answer = await forward(request)
        if (answer.status !== 404 || request.method !== 'GET') return answer
        const deleted = await alsoAsked(
          request,
          forward,
          `/v1.0/directory/deletedItems/${idIn(request)}`,
        )
        return deleted.ok ? deleted : answer
      },
    ),
  ],
]
