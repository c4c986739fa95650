import { parseBasic } from '../token-endpoint/parse-basic.ts'
import type { Fault, FaultableRequest } from './fault.ts'

/** Whether a request is one of those that a fault is for. */
export function matchesFault(fault: Fault, request: FaultableRequest): boolean {
  if ((fault.endpoint ?? 'token') !== request.endpoint) return false
  const { parameters } = request
  const fmiPath = parameters?.get('fmi_path')
  if (fault.fmiPath !== undefined && fmiPath !== fault.fmiPath) return false
  return isOnLeg(fault.leg, request) && isOfClient(fault.clientId, request)
}

function isOnLeg(leg: Fault['leg'], { parameters }: FaultableRequest): boolean {
  if (leg === undefined) return true
  const isT1 = parameters?.get('fmi_path') !== undefined
  return leg === 't1' ? isT1 : !isT1 && parameters?.get('client_assertion') !== undefined
}

function isOfClient(
  clientId: string | undefined,
  { parameters, authorization }: FaultableRequest,
): boolean {
  if (clientId === undefined) return true
  const named = [parameters?.get('client_id'), parseBasic(authorization)?.clientId]
  return named.some((name) => name?.toLowerCase() === clientId.toLowerCase())
}
