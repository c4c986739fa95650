import { alsoAsked } from './graph-callers.ts'
import {
  answered,
  answeredWith,
  asked,
  everything,
  type GraphFault,
  ofObject,
  reads,
  refusedWith,
  shownWith,
} from './graph-faults.ts'

/** Refusals with this status, otherwise. */
function refusedAs(status: number, code: string, otherwise: number = status) {
  return answered(everything, async (request, forward) => {
    const answer = await forward(request)
    if (answer.status !== status) return answer
    const { error } = (await answer.json()) as { readonly error: object }
    return Response.json(
      { error: { ...error, code } },
      { status: otherwise, headers: answer.headers },
    )
  })
}

const writes = (request: Request) => everything(request) && request.method !== 'GET'
const hasNoToken = ({ headers }: Request) => !headers.has('authorization')

export const answersUnseen: readonly GraphFault[] = [
  [
    'a refusal leaves out the id of the client',
    'GRAPH-ERROR-BODY',
    refusedWith(({ innerError, ...error }) => {
      const { 'client-request-id': _, ...inner } = innerError as Record<string, unknown>
      return { error: { ...error, innerError: inner } }
    }),
  ],
  [
    'a refusal names another request in its body than in its header',
    'GRAPH-ERROR-BODY',
    refusedWith((error) => ({
      error: {
        ...error,
        innerError: { ...(error.innerError as object), 'request-id': crypto.randomUUID() },
      },
    })),
  ],
  [
    'a refusal has a string for an error, as of the token endpoint',
    'GRAPH-ERROR-BODY',
    refusedWith(({ code, message }) => ({ error: code, error_description: message })),
  ],
  [
    'a change is answered with the object',
    'GRAPH-GRANTED',
    answered(
      (request) => everything(request) && request.method === 'PATCH',
      async (request, forward) => {
        const answer = await forward(request)
        if (answer.status !== 204) return answer
        return alsoAsked(request, forward, new URL(request.url).pathname)
      },
    ),
  ],
  [
    'what was created has no place',
    'GRAPH-GRANTED',
    answered(writes, async (request, forward) => {
      const answer = await forward(request)
      const headers = new Headers(answer.headers)
      headers.delete('location')
      return new Response(answer.body, { status: answer.status, headers })
    }),
  ],
  [
    'the place of what was created names nothing',
    'GRAPH-GRANTED',
    answered(writes, async (request, forward) => {
      const answer = await forward(request)
      if (!answer.headers.has('location')) return answer
      const headers = new Headers(answer.headers)
      headers.set('location', request.url)
      return new Response(answer.body, { status: answer.status, headers })
    }),
  ],
  [
    'what is not there has a code of another service',
    'GRAPH-OBJECT',
    refusedAs(404, 'ResourceNotFound'),
  ],
  [
    'a request without a token is Unauthorized',
    'GRAPH-TOKEN-PRESENT',
    answered(
      (request) => everything(request) && hasNoToken(request),
      async (request, forward) => {
        const answer = await forward(request)
        return Response.json({ error: { code: 'Unauthorized', message: '' } }, answer)
      },
    ),
  ],
  [
    'a token that does not hold is forbidden',
    'GRAPH-TOKEN-TIME',
    refusedAs(401, 'InvalidAuthenticationToken', 403),
  ],
  [
    'what is forbidden is not found',
    'GRAPH-PERMISSION',
    refusedAs(403, 'Request_ResourceNotFound', 404),
  ],
  [
    'text that is no JSON is a fault of the server',
    'GRAPH-BODY-JSON',
    answered(writes, async (request, forward) => {
      const text = await request.clone().text()
      if (text === '' || isJson(text)) return forward(request)
      return Response.json({ error: { code: 'InternalServerError', message: '' } }, { status: 500 })
    }),
  ],
  [
    'a method that is not there is a resource that is not there',
    'GRAPH-METHOD',
    refusedAs(405, 'Request_ResourceNotFound', 404),
  ],
  [
    'an object has no context',
    'GRAPH-GRANTED',
    answeredWith(reads, (body) => {
      const { '@odata.context': _, ...rest } = body
      return Array.isArray(body.value) ? body : rest
    }),
  ],
  [
    'those responsible have no type',
    'GRAPH-LIST',
    shownWith(
      (request) =>
        reads(request) && /\/(owners|members|memberOf)$/.test(new URL(request.url).pathname),
      ({ '@odata.type': _, ...object }) => object,
    ),
  ],
  [
    'an agent identity is shown as any service principal',
    'GRAPH-LIST',
    shownWith(reads, (object) =>
      object['@odata.type'] === '#microsoft.graph.agentIdentity'
        ? { ...object, '@odata.type': '#microsoft.graph.servicePrincipal' }
        : object,
    ),
  ],
  [
    'an id in capitals is not found',
    'GRAPH-SPELLING',
    asked(everything, (url) => {
      url.pathname = url.pathname.replace(/[0-9A-F]{8}(-[0-9A-F-]{27})/g, (id, rest) =>
        /[A-F]/.test(id) ? `00000000${rest}` : id,
      )
    }),
  ],
  [
    'times have no zone',
    'GRAPH-ANSWER-TYPES',
    shownWith(reads, (object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) => [
          name,
          name.endsWith('DateTime') && typeof value === 'string' ? value.replace(/Z$/, '') : value,
        ]),
      ),
    ),
  ],
  [
    'the short namespace is unknown',
    'GRAPH-SPELLING',
    asked(everything, (url) => {
      url.pathname = url.pathname.replace(/\/graph\./i, '/no.')
    }),
  ],
  [
    'types are known in one letter case alone',
    'GRAPH-SPELLING',
    asked(everything, (url) => {
      url.pathname = url.pathname.replace(/\/Microsoft\.Graph\./, '/no.')
    }),
  ],
  [
    'a slash at the end leads nowhere',
    'GRAPH-SPELLING',
    asked(everything, (url) => {
      url.pathname = url.pathname.replace(/\/$/, '/none')
    }),
  ],
  [
    'a principal is not found by the id of its application in brackets',
    'GRAPH-ROLES',
    asked(everything, (url) => {
      url.pathname = url.pathname.replace(
        /servicePrincipals\(appId='[^']*'\)/i,
        `servicePrincipals/none`,
      )
    }),
  ],
  [
    'the id of the client is not echoed',
    'GRAPH-ERROR-REQUEST',
    answered(everything, async (request, forward) => {
      const answer = await forward(request)
      const headers = new Headers(answer.headers)
      headers.set('client-request-id', crypto.randomUUID())
      return new Response(answer.body, { status: answer.status, headers })
    }),
  ],
  [
    'an unknown relation is an empty listing',
    'GRAPH-PATH',
    answered(reads, async (request, forward) => {
      const answer = await forward(request)
      const isRelation = new RegExp(`${ofObject}/[a-z]+$`, 'i').test(new URL(request.url).pathname)
      return answer.status === 400 && isRelation ? Response.json({ value: [] }) : answer
    }),
  ],
]

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
