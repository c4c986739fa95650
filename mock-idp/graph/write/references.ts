import { z } from 'zod'
import { enforce } from '../../answers/enforce.ts'
import { referenceIsKnown } from '../../rules/graph/requests.ts'
import { type DirectoryObject, findDirectoryObject, findUser } from '../call/find-objects.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { parseKey } from '../call/parse-path.ts'
import { readProperties } from './read-properties.ts'
import { url } from './values.ts'

const reference = z.object({ '@odata.id': url })

/**
 * The object that an `@odata.id` or `@odata.bind` names: by the id at its end, whatever stands before it.
 * @returns undefined where nobody has the id and the rule is waived
 * @throws {Refusal} under GRAPH-REFERENCE
 */
function referenced(call: GraphCall, url: string): DirectoryObject | undefined {
  const id = idAtEnd(url)
  const object = findDirectoryObject(call.tenant, id) ?? asUser(findUser(call.tenant, id))
  enforce([referenceIsKnown], { wanted: id, found: object !== undefined }, call.examination)
  return object
}

export function referencedIds(call: GraphCall, urls: readonly string[] = []): readonly string[] {
  return [...new Set(urls.flatMap((url) => referenced(call, url)?.object.id ?? []))]
}

/**
 * The object that the body of a `$ref` request names.
 * @throws {Refusal} under GRAPH-REFERENCE or a GRAPH-PROPERTY rule
 */
export function referencedByBody(call: GraphCall): DirectoryObject | undefined {
  const { '@odata.id': url } = readProperties(call, reference, 'Reference')
  return referenced(call, url)
}

function asUser(user: ReturnType<typeof findUser>): DirectoryObject | undefined {
  return user && { kind: 'user', object: user }
}

/** `…/users/{id}`, `…/directoryObjects('{id}')`, or a path without a host. */
function idAtEnd(url: string): string {
  const [path = ''] = url.split('?')
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return parseKey(last) ?? last
}
