import type { JsonObject } from '../../wire/json-object.ts'
import type { Graph } from './graph-request.ts'
import { listOf } from './list-of.ts'
import { literal, query } from './paths.ts'

/** The principal of a resource in the tenant; undefined where the tenant has none. */
export async function findResource(
  graph: Graph,
  appId: string,
  select: string,
): Promise<JsonObject | undefined> {
  const options = { $filter: `appId eq ${literal(appId)}`, $select: select }
  const path = `/v1.0/servicePrincipals${query(options)}`
  const { value } = await graph({ method: 'GET', path })
  return listOf(value)[0]
}
