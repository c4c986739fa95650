import {
  type FakeDirectory,
  type FakeObject,
  find,
  graphAppId,
  graphPrincipalId,
  list,
  userReadAll,
} from './fake-directory.ts'
import { collection, noContent, notFound, refusal } from './graph-answer.ts'

type Body = Readonly<Record<string, unknown>>

export function blueprintOperation(
  directory: FakeDirectory,
  blueprint: FakeObject,
  operation: string,
  body: Body,
): Response {
  if (operation === 'addPassword') return addPassword(directory, blueprint, body)
  if (operation === 'update') {
    blueprint.keys = [...(body.keyCredentials as Body[])].map((key) => ({
      keyId: directory.newId(),
      ...key,
    }))
    return noContent()
  }
  const at = blueprint.passwords.findIndex(({ keyId }) => keyId === body.keyId)
  if (at < 0) return refusal(400, 'Request_BadRequest', 'No password credential found with keyId.')
  blueprint.passwords.splice(at, 1)
  return noContent()
}

function addPassword(directory: FakeDirectory, { passwords }: FakeObject, body: Body): Response {
  const { displayName, endDateTime } = body.passwordCredential as Record<string, string>
  const keyId = directory.newId()
  const password = {
    keyId,
    displayName: displayName ?? '',
    endDateTime: endDateTime ?? '',
    secretText: `Abc8Q~secret.of-${keyId}`,
    knownAtMs: directory.now() + directory.lagMs,
  }
  passwords.push(password)
  const { knownAtMs: _, ...told } = password
  return Response.json(told)
}

export function roleOperation(
  directory: FakeDirectory,
  agentId: string,
  call: { readonly method: string; readonly body: Body },
): Response {
  const agent = find(directory, 'agentIdentity', agentId)
  if (agent === undefined) return notFound(agentId)
  if (call.method === 'GET') return collection(agent.roles)
  const { resourceId, appRoleId } = call.body as Record<string, string>
  if (agent.roles.some((role) => role.appRoleId === appRoleId)) {
    const message = 'Permission being assigned already exists on the object'
    return refusal(400, 'Request_BadRequest', message)
  }
  const role = { id: directory.newId(), resourceId: resourceId ?? '', appRoleId: appRoleId ?? '' }
  agent.roles.push(role)
  return Response.json(role, { status: 201 })
}

/** The resource whose roles are given, and the principals of an application. */
export function servicePrincipals(directory: FakeDirectory, filter: string): Response {
  if (filter.includes(graphAppId)) {
    const appRoles = [{ id: userReadAll, value: 'User.Read.All' }]
    return collection([{ id: graphPrincipalId, appId: graphAppId, appRoles }])
  }
  const found = list(
    directory,
    ({ kind, appId }) => kind !== 'blueprint' && filter === `appId eq '${appId}'`,
  )
  return collection(found.map(({ id, appId, displayName }) => ({ id, appId, displayName })))
}
