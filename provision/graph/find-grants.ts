import type { GrantEntry } from '../record/record.ts'
import type { Graph } from './graph-request.ts'
import { listOf } from './list-of.ts'
import { literal, query } from './paths.ts'

/** The delegated permissions that a grant of the record can have become: a tenant has one of each kind. */
export async function findGrants(
  graph: Graph,
  {
    clientId,
    resourceId,
    principalId,
  }: Pick<GrantEntry, 'clientId' | 'resourceId' | 'principalId'>,
): Promise<readonly { readonly id: string }[]> {
  const options = query({ $filter: `clientId eq ${literal(clientId)}` })
  const path = `/v1.0/oauth2PermissionGrants${options}`
  const { value } = await graph({ method: 'GET', path })
  return listOf(value).flatMap((one) => {
    const isSame = one.resourceId === resourceId && (one.principalId ?? null) === principalId
    return isSame && typeof one.id === 'string' ? [{ id: one.id }] : []
  })
}
