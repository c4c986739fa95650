import { nobody } from '../token-kinds.ts'
import {
  answered,
  answeredWith,
  asks,
  type Body,
  everything,
  type GraphFault,
  grantedAs,
  reads,
  refusedWith,
  shownWith,
} from './graph-faults.ts'

const newBlueprint = asks('POST', 'agentIdentityBlueprint')
const newPrincipal = asks('POST', 'agentIdentityBlueprintPrincipal')
const newAgent = asks('POST', 'agentIdentity')
const newAgentUser = asks('POST', '(users|agentUser)')
const newPassword = asks('POST', 'addPassword')
const newFederation = asks('POST', 'federatedIdentityCredentials')
const newGrant = asks('POST', 'oauth2PermissionGrants')
const newRole = asks('POST', '(appRoleAssignments|appRoleAssignedTo)')
const newInherited = asks('POST', 'inheritablePermissions')
const listOf = ({ value }: Body) => (Array.isArray(value) ? (value as readonly Body[]) : undefined)

/** Statuses, headers and members that no answer of Microsoft Graph has. */
export const answersOtherwise: readonly GraphFault[] = [
  ['a new blueprint is answered with 200', 'BLUEPRINT-CREATED', grantedAs(newBlueprint, 200)],
  ['a new principal is answered with 200', 'GRAPH-GRANTED', grantedAs(newPrincipal, 200)],
  ['a new agent is answered with 200', 'GRAPH-GRANTED', grantedAs(newAgent, 200)],
  ['a new agent user is answered with 200', 'GRAPH-GRANTED', grantedAs(newAgentUser, 200)],
  ['a new secret is answered with 201', 'GRAPH-GRANTED', grantedAs(newPassword, 201)],
  ['a new trust is answered with 200', 'GRAPH-GRANTED', grantedAs(newFederation, 200)],
  ['a new grant is answered with 200', 'GRAPH-GRANTED', grantedAs(newGrant, 200)],
  ['a new role is answered with 200', 'GRAPH-GRANTED', grantedAs(newRole, 200)],
  ['a new inheritance is answered with 204', 'INHERIT-CREATED', grantedAs(newInherited, 204)],
  [
    'a change is answered with 200',
    'GRAPH-GRANTED',
    answered(asks('PATCH', ''), async (request, forward) => {
      const answer = await forward(request)
      return answer.status === 204 ? Response.json({}, { status: 200 }) : answer
    }),
  ],
  [
    'a deletion is answered with 200',
    'GRAPH-GRANTED',
    answered(asks('DELETE', ''), async (request, forward) => {
      const answer = await forward(request)
      return answer.status === 204 ? Response.json({ deleted: true }) : answer
    }),
  ],
  [
    'a new object has no location',
    'GRAPH-GRANTED',
    answered(asks('POST', ''), async (request, forward) => {
      const answer = await forward(request)
      const headers = new Headers(answer.headers)
      headers.delete('location')
      return new Response(answer.body, { status: answer.status, headers })
    }),
  ],
  [
    'success is plain text',
    'GRAPH-ANSWER-TYPES',
    answered(everything, async (request, forward) => {
      const answer = await forward(request)
      if (!answer.ok || answer.status === 204) return answer
      return new Response(await answer.text(), {
        status: answer.status,
        headers: { 'content-type': 'text/plain' },
      })
    }),
  ],
  [
    'a listing is a bare array',
    'GRAPH-ANSWER-TYPES',
    answeredWith(reads, (body) => listOf(body) ?? body),
  ],
  [
    'a listing calls its members values',
    'GRAPH-LIST',
    answeredWith(reads, ({ value, ...body }) =>
      value === undefined ? body : { ...body, values: value },
    ),
  ],
  [
    'a listing says the context of users',
    'GRAPH-ANSWER-TYPES',
    answeredWith(reads, (body) => ({
      ...body,
      '@odata.context': String(body['@odata.context']).replace(/#.*/, '#users'),
    })),
  ],
  [
    'answers have no context',
    'GRAPH-ANSWER-TYPES',
    answeredWith(everything, ({ '@odata.context': _, ...body }) => body),
  ],
  [
    'an agent is called a service principal',
    'GRAPH-LIST',
    shownWith(reads, (one) =>
      '@odata.type' in one ? { ...one, '@odata.type': '#microsoft.graph.servicePrincipal' } : one,
    ),
  ],
  [
    'an object says its birth in seconds',
    'GRAPH-ANSWER-TYPES',
    shownWith(everything, (one) =>
      'createdDateTime' in one
        ? { ...one, createdDateTime: Date.parse(String(one.createdDateTime)) / 1000 }
        : one,
    ),
  ],
  [
    'empty lists are null',
    'GRAPH-ANSWER-TYPES',
    shownWith(everything, (one) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [
          name,
          Array.isArray(value) && value.length === 0 ? null : value,
        ]),
      ),
    ),
  ],
  [
    'names of members begin with a capital',
    'GRAPH-ANSWER-TYPES',
    shownWith(asks('GET', '(agentIdentity|[0-9a-f-]{36})'), (one) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [
          name.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
          value,
        ]),
      ),
    ),
  ],
  [
    'an error is in the shape of OAuth',
    'GRAPH-ERROR-BODY',
    refusedWith(({ code, message }) => ({ error: code, error_description: message })),
  ],
  [
    'an error has no message',
    'GRAPH-ERROR-BODY',
    refusedWith(({ message: _, ...error }) => ({ error })),
  ],
  [
    'an error has its status as code',
    'GRAPH-ERROR-BODY',
    refusedWith((error, { status }) => ({ error: { ...error, code: status } })),
  ],
  [
    'an error says its time in seconds',
    'GRAPH-ERROR-BODY',
    refusedWith((error) => ({
      error: { ...error, innerError: { ...(error.innerError as Body), date: 1796000000 } },
    })),
  ],
  [
    'all errors have one request id',
    'GRAPH-ERROR-BODY',
    refusedWith((error) => ({
      error: { ...error, innerError: { ...(error.innerError as Body), 'request-id': nobody } },
    })),
  ],
  [
    'an error has the request id of the client',
    'GRAPH-ERROR-REQUEST',
    answered(everything, async (request, forward) => {
      const answer = await forward(request)
      const given = request.headers.get('client-request-id')
      if (answer.status < 400 || !given) return answer
      const { error } = (await answer.json()) as { readonly error: Body }
      const headers = new Headers(answer.headers)
      headers.set('request-id', given)
      const innerError = { ...(error.innerError as Body), 'request-id': given }
      return Response.json({ error: { ...error, innerError } }, { status: answer.status, headers })
    }),
  ],
  [
    'an answer has no request id in its headers',
    'GRAPH-ERROR-BODY',
    answered(everything, async (request, forward) => {
      const answer = await forward(request)
      const headers = new Headers(answer.headers)
      headers.delete('request-id')
      return new Response(answer.body, { status: answer.status, headers })
    }),
  ],
]
