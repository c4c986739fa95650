import type { JsonObject } from '../../wire/json-object.ts'
import { hasStatus } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph-request.ts'
import { listOf } from '../graph/list-of.ts'
import { paidLicences } from './paid-licences.ts'

/** Why a tenant looks like production. A forbidden look counts as a sign. */
export async function productionSigns(graph: Graph, maxUsers: number): Promise<readonly string[]> {
  return [...(await userSigns(graph, maxUsers)), ...(await licenceSigns(graph))]
}

async function userSigns(graph: Graph, maxUsers: number): Promise<readonly string[]> {
  const headers = { consistencylevel: 'eventual', accept: 'text/plain' }
  const answer = await unlessForbidden(
    graph({ method: 'GET', path: '/v1.0/users/$count', headers }),
  )
  if (answer === undefined) return ['agentid cannot count its users (this needs User.Read.All)']
  const count = Number(String(answer.text ?? Number.NaN).replace(/^\ufeff/, ''))
  if (!Number.isSafeInteger(count)) return ['Graph returned no number of users']
  return count > maxUsers ? [`it has ${count} users, more than ${maxUsers}`] : []
}

async function licenceSigns(graph: Graph): Promise<readonly string[]> {
  const answer = await unlessForbidden(graph({ method: 'GET', path: '/v1.0/subscribedSkus' }))
  if (answer === undefined) {
    return ['agentid cannot read its licences (this needs LicenseAssignment.Read.All)']
  }
  return listOf(answer.value)
    .filter(isInForce)
    .flatMap(({ skuPartNumber }) => {
      const product = paidLicences[String(skuPartNumber).toUpperCase()]
      return product === undefined ? [] : [`it has licences of ${product} (${skuPartNumber})`]
    })
}

/** Bought and not lapsed: `Suspended`, `Deleted` and `LockedOut` subscriptions do not count. */
function isInForce({ capabilityStatus, prepaidUnits }: JsonObject): boolean {
  const { enabled } = (prepaidUnits ?? {}) as JsonObject
  const isOn = capabilityStatus === 'Enabled' || capabilityStatus === 'Warning'
  return isOn && (typeof enabled !== 'number' || enabled > 0)
}

async function unlessForbidden(answer: Promise<JsonObject>): Promise<JsonObject | undefined> {
  try {
    return await answer
  } catch (error) {
    // A Graph that does not know the request cannot show that the tenant is not production.
    if (hasStatus(error, 400, 401, 403, 404, 501)) return undefined
    throw error
  }
}
