import type { FakeDirectory } from './fake-directory.ts'
import { collection, noContent, notFound, refusal, shown } from './graph-answer.ts'

const ofOne = /\/deletedItems\/([\da-f-]{36})$/

type Call = { readonly method: string; readonly path: string; readonly filter: string | null }

/** Soft-deleted objects: listed by type, purged one by one, principals never. */
export function deletedItems({ deleted }: FakeDirectory, call: Call): Response {
  const [, id] = ofOne.exec(call.path) ?? []
  if (id === undefined) {
    const isApplication = call.path.endsWith('/microsoft.graph.application')
    const ofType = [...deleted.values()].filter(
      ({ kind }) => (kind === 'blueprint') === isApplication,
    )
    const named = ofType.filter(
      ({ displayName }) =>
        call.filter === null || call.filter === `displayName eq '${displayName}'`,
    )
    return collection(named.map(shown))
  }
  const object = deleted.get(id)
  if (object === undefined) return notFound(id)
  if (call.method === 'GET') return Response.json(shown(object))
  if (object.kind === 'principal') {
    return refusal(403, 'Authorization_RequestDenied', 'Hard delete of this type is blocked.')
  }
  deleted.delete(id)
  return noContent()
}
