import type { JsonObject } from '../../wire/json-object.ts'
import type { Graph } from '../graph/graph-request.ts'
import { listOf } from '../graph/list-of.ts'
import {
  collectionOf,
  deletedItemsOf,
  identifyingProperties,
  literal,
  type ObjectKind,
  query,
} from '../graph/paths.ts'
import type { ObjectEntry } from '../record/record.ts'

/** An object of the directory as a list shows it. */
export type Found = { readonly id: string; readonly appId: string }

/**
 * Finds the objects that a creation of this entry can have made: by its name, which no other object
 * has, or a principal by its application, because a tenant has one for each.
 */
export async function findObjects(
  graph: Graph,
  { kind, name, appId = '' }: Pick<ObjectEntry, 'kind' | 'name' | 'appId'>,
): Promise<readonly Found[]> {
  if (kind === 'principal') {
    const options = { $filter: `appId eq ${literal(appId)}`, $select: identifyingProperties(kind) }
    const path = `/v1.0/servicePrincipals${query(options)}`
    const { value } = await graph({ method: 'GET', path })
    return listOf(value)
      .filter((item) => item.appId === appId)
      .flatMap(toFound)
  }
  return listNamed(graph, collectionOf(kind), { kind, name })
}

/** The same among soft-deleted objects. */
export async function findDeletedObjects(
  graph: Graph,
  { kind, name }: { readonly kind: ObjectKind; readonly name: string },
): Promise<readonly Found[]> {
  return listNamed(graph, deletedItemsOf(kind), { kind, name })
}

async function listNamed(
  graph: Graph,
  collection: string,
  { kind, name }: Pick<ObjectEntry, 'kind' | 'name'>,
) {
  const $filter = `displayName eq ${literal(name)}`
  const options = { $filter, $select: identifyingProperties(kind) }
  const { value } = await graph({ method: 'GET', path: `${collection}${query(options)}` })
  return listOf(value)
    .filter((item) => item.displayName === name)
    .flatMap(toFound)
}

/** An agent identity's id is its client id too; the reference's example leaves `appId` out. */
export function toFound({ id, appId }: JsonObject): readonly Found[] {
  if (typeof id !== 'string') return []
  return [{ id, appId: typeof appId === 'string' ? appId : id }]
}
