import type { InProcessOptions, Intercept } from '../engine/targets/in-process.ts'
import { broken, changedBody, done } from './broken-answers.ts'
import { exchange, isAgent, isForResource, isOfBlueprint, nobody, said } from './token-kinds.ts'

type Body = Readonly<Record<string, unknown>>

/** Requests to the directory, by the end of their path. */
const ends = (end: string) => new RegExp(`^/(v1\\.0|beta)/.*${end}$`, 'i')
const anything = ends('')
const ofAgents = ends('(servicePrincipals|agentIdentity|[0-9a-f-]{36})')

/** Answers of the directory that grant what was asked. */
const granted = (path: RegExp, change: (body: Body) => Body) => changedBody(path, 200, change)
const refused = (change: (error: Body) => Body) =>
  changedBody(anything, 400, ({ error }) => ({ error: change(error as Body) }))

/** A listing, one object or a group of them, in every answer that shows some. */
function shown(path: RegExp, change: (object: Body) => Body): InProcessOptions {
  return granted(path, (body) =>
    Array.isArray(body.value) ? { ...body, value: body.value.map(change) } : change(body),
  )
}

/** A write that is answered as if it were done, and is not. */
export function ignored(method: string, path: RegExp, answer: () => Response): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const isIt = request.method === method && path.test(new URL(request.url).pathname)
    return isIt ? answer() : forward(request)
  }
  return { intercept }
}

/** A write that is made with another body. */
export function written(
  method: string,
  path: RegExp,
  change: (body: Body) => Body,
): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const isIt = request.method === method && path.test(new URL(request.url).pathname)
    if (!isIt) return forward(request)
    const body = JSON.stringify(change(JSON.parse(await request.text())))
    return forward(new Request(request.url, { method, headers: request.headers, body }))
  }
  return { intercept }
}

const listOf = ({ value }: Body) => value as readonly Body[]

/** How each promise about the directory is broken once, so that a scenario must notice. */
export const brokenGraphPromises: Readonly<Record<string, InProcessOptions>> = {
  'BLUEPRINT-CREATED': granted(ends('agentIdentityBlueprint'), (body) => ({
    ...body,
    signInAudience: 'AzureADMultipleOrgs',
  })),
  'BLUEPRINT-TYPE': withHeader('odata-version', '4.0'),
  'BLUEPRINT-ID': granted(ends('agentIdentityBlueprint'), (body) => ({ ...body, id: nobody })),
  'BLUEPRINT-UPSERT': broken(ends('agentIdentityBlueprint'), async (answer) =>
    answer.status === 201 ? done() : answer,
  ),
  'PRINCIPAL-APART': granted(ends('agentIdentityBlueprintPrincipal'), ({ value, ...body }) =>
    value === undefined
      ? { ...body, id: body.appId }
      : { ...body, value: [{ displayName: 'Porter' }] },
  ),
  'PRINCIPAL-MIRROR': granted(anything, (body) => ({
    ...body,
    appRoles: [],
    appDescription: null,
  })),
  'PRINCIPAL-MANAGER': said(isOfBlueprint, () => ({ roles: undefined })),
  'AGENT-CREATED': shown(ofAgents, ({ createdByAppId: _, ...body }) => body),
  'AGENT-ID': shown(ofAgents, (body) => ({ ...body, appId: nobody })),
  'AGENT-TOKEN': said(isAgent, () => ({ appid: nobody })),
  'AGENTUSER-CREATED': shown(ends('agentUser'), ({ identityParentId: _, ...body }) => body),
  'SPONSOR-DEFAULT': granted(ends('sponsors'), (body) => ({ ...body, value: [] })),
  'OWNER-CREATOR': granted(ends('owners'), (body) => ({ ...body, value: [] })),
  'SPONSOR-CHANGE': ignored('DELETE', ends('sponsors/[^/]+/\\$ref'), done),
  'PASSWORD-SHOWN': granted(ends('addPassword'), (body) => ({ ...body, secretText: null })),
  'PASSWORD-WORKS': ignored('POST', ends('removePassword'), done),
  'KEY-WORKS': written('PATCH', ends(''), (body) =>
    Array.isArray(body.keyCredentials) && body.keyCredentials.length === 0 ? { tags: [] } : body,
  ),
  'KEY-ROTATION': ignored('POST', ends('removeKey'), done),
  'FEDERATION-CREATED': granted(ends('federatedIdentityCredentials/[^/]+'), (body) => ({
    ...body,
    audiences: [],
  })),
  'FEDERATION-UPSERT': broken(
    ends("federatedIdentityCredentials\\(name='[^']+'\\)"),
    async (answer) => (answer.status === 201 ? done() : answer),
  ),
  'FEDERATION-FLEXIBLE': granted(
    ends('federatedIdentityCredentials/[^/]+'),
    ({ claimsMatchingExpression: _, ...body }) => body,
  ),
  'FEDERATION-EXACT': written('POST', ends('federatedIdentityCredentials/?'), (body) => ({
    ...body,
    subject: String(body.subject).replace('concierge', 'Concierge'),
  })),
  'DISABLE-AGENT': written('PATCH', ends(''), (body) =>
    'accountEnabled' in body ? { accountEnabled: true } : body,
  ),
  'DELETE-RESTORE': ignored('POST', ends('restore'), () => Response.json({})),
  'RESTORE-WHOLE': restoredWithoutSecrets(),
  'DELETE-CASCADE': granted(ends('agentIdentity'), (body) =>
    body.value === undefined
      ? body
      : { ...body, value: listOf(body).filter(({ displayName }) => displayName === 'Parcel') },
  ),
  'DELETE-FOR-GOOD': ignored('DELETE', ends('deletedItems/[^/]+'), done),
  'ROLE-ASSIGNED': said(isForResource, () => ({ roles: undefined })),
  'GRANT-CREATED': shown(ends('oauth2PermissionGrants'), (body) => ({
    ...body,
    clientId: nobody,
  })),
  'INHERIT-CREATED': shown(ends('inheritablePermissions'), (body) => ({
    ...body,
    resourceAppId: exchange,
  })),
  'INHERIT-ROLES': said(isForResource, () => ({ roles: undefined })),
  'REFUSED-WHOLE': granted(anything, (body) =>
    Array.isArray(body.value) ? { ...body, value: [{ displayName: 'Porter' }] } : body,
  ),
  'GRAPH-ERROR-BODY': refused(({ innerError, ...error }) => ({ ...error, inner: innerError })),
  'GRAPH-ERROR-REQUEST': refused(({ innerError, ...error }) => ({
    ...error,
    innerError: { ...(innerError as Body), 'client-request-id': nobody },
  })),
  'GRAPH-ANSWER-TYPES': shown(ofAgents, (object) => ({
    ...object,
    accountEnabled: String(object.accountEnabled),
  })),
  'GRAPH-GRANTED': broken(anything, async (answer) =>
    answer.status === 201 ? new Response(answer.body, { headers: answer.headers }) : answer,
  ),
  'GRAPH-CREATED': written('POST', ofAgents, ({ tags: _, accountEnabled: __, ...body }) => body),
  'GRAPH-CHANGED': ignored('PATCH', ends(''), done),
  'GRAPH-SPELLING': broken(/\/Microsoft\.Graph\./, async () => Response.json({}, { status: 404 })),
  'GRAPH-LIST': granted(anything, (body) =>
    Array.isArray(body.value) ? { ...body, value: [...body.value, { displayName: 'More' }] } : body,
  ),
  'GRAPH-SELECT': granted(anything, (body) => ({ ...body, signInAudience: 'AzureADMyOrg' })),
  'GRAPH-EXPAND': shown(anything, ({ owners: _, ...body }) => body),
  'GRAPH-COUNT': granted(ends('agentIdentity'), (body) => ({ ...body, '@odata.count': 1 })),
  'GRAPH-PROPERTY': granted(ends('(Credentials|appId)'), (body) => ({ ...body, value: [] })),
  'GROUP-CREATED': granted(ends('members'), (body) => ({ ...body, value: [] })),
  'GROUP-RESTORE': granted(ends('restore'), (body) => ({ ...body, displayName: 'Restored' })),
  'GROUP-COUNT': broken(ends('\\$count'), async () => new Response('1')),
  'ROLE-USER': granted(ends('appRoleAssignedTo'), (body) => ({
    ...body,
    principalType: 'ServicePrincipal',
  })),
  'GRAPH-PAGES': granted(ends('agentIdentity'), ({ '@odata.nextLink': _, ...body }) => body),
  'GRAPH-BATCH': granted(ends('\\$batch'), (body) => ({
    ...body,
    responses: (body.responses as readonly Body[]).map((one) => ({ ...one, status: 200 })),
  })),
  'GRAPH-ROLES': granted(anything, (body) => ({
    ...body,
    appRoles: ((body.appRoles ?? []) as readonly Body[]).map((one) => ({ ...one, id: nobody })),
  })),
  'GRAPH-TENANT': shown(ends('(organization|domains)'), (body) => ({ ...body, id: nobody })),
  'SIGNIN-AGENT': shown(ends('signIns'), (body) => ({ ...body, agent: null })),
}

/** Requests with one header more. */
function withHeader(name: string, value: string): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const headers = new Headers(request.headers)
    headers.set(name, value)
    return forward(new Request(request, { headers }))
  }
  return { intercept }
}

/** After a blueprint was restored, its secrets are gone. */
function restoredWithoutSecrets(): InProcessOptions {
  let isRestored = false
  const intercept: Intercept = async (request, forward) => {
    const { pathname } = new URL(request.url)
    isRestored = pathname.endsWith('/restore') || isRestored
    const answer = await forward(request)
    if (!isRestored || !anything.test(pathname) || request.method !== 'GET') return answer
    const body = (await answer.json()) as Body
    return Response.json({ ...body, passwordCredentials: [] }, { status: answer.status })
  }
  return { intercept }
}
