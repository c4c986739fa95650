import { enforce } from '../../answers/enforce.ts'
import { referenceIsKnown } from '../../rules/graph/requests.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { type DirectoryObject, findDirectoryObject } from '../entities/find-objects.ts'
import { findUser } from '../entities/find-user.ts'

/**
 * The object that an `@odata.id` or `@odata.bind` names: by the id at its end, whatever stands before it.
 * @throws {Refusal} under GRAPH-REFERENCE
 */
export function referenced(call: GraphCall, url: string): DirectoryObject {
  const id = idAtEnd(url)
  const object = findDirectoryObject(call.tenant, id) ?? asUser(findUser(call.tenant, id))
  enforce([referenceIsKnown], { wanted: id, found: object !== undefined }, call.examination)
  if (!object) throw new TypeError(`no object '${id}'`)
  return object
}

export function referencedIds(call: GraphCall, urls: readonly string[] = []): readonly string[] {
  return [...new Set(urls.map((url) => referenced(call, url).object.id))]
}

function asUser(user: ReturnType<typeof findUser>): DirectoryObject | undefined {
  return user && { kind: 'user', object: user }
}

/** `…/users/{id}`, `…/directoryObjects('{id}')`, or a path without a host. */
function idAtEnd(url: string): string {
  const [path = ''] = url.split('?')
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return /^\w+\('([^']+)'\)$/.exec(last)?.[1] ?? last
}
