import { parseBasic } from '../../http/parse-basic.ts'
import { tokenLegOf } from '../../journal/leg.ts'
import type { Fault, FaultableRequest } from './fault.ts'

/** The faults of one tenant, in the order in which they were set. */
export type Faults = {
  readonly add: (fault: Fault) => void
  /**
   * The first fault that matches and has let enough requests pass, counted down. Every matching fault counts
   * the request among those it lets pass, so that "the second request" is the second in any order of setting.
   */
  readonly take: (request: FaultableRequest) => Fault | undefined
  /** What waits, with what is left of its counts. */
  readonly pending: () => readonly Fault[]
  readonly clear: () => void
}

type Waiting = { readonly fault: Fault; left: number; toSkip: number }

export function createFaults(): Faults {
  let waiting: readonly Waiting[] = []
  return {
    add: (fault) => {
      waiting = [...waiting, { fault, left: fault.times ?? 1, toSkip: fault.skip ?? 0 }]
    },
    take: (request) => {
      if (waiting.length === 0) return undefined
      const matching = waiting.filter(({ fault }) => matchesFault(fault, request))
      const hit = matching.find(({ toSkip }) => toSkip === 0)
      for (const one of matching) one.toSkip = Math.max(0, one.toSkip - 1)
      if (!hit) return undefined
      hit.left -= 1
      if (hit.left <= 0) waiting = waiting.filter((one) => one !== hit)
      return hit.fault
    },
    pending: () =>
      waiting.map(({ fault, left, toSkip }) => ({
        ...fault,
        times: left,
        ...(fault.skip !== undefined && { skip: toSkip }),
      })),
    clear: () => {
      waiting = []
    },
  }
}

/** Whether a request is one of those that a fault is for. */
function matchesFault(fault: Fault, request: FaultableRequest): boolean {
  if ((fault.endpoint ?? 'token') !== request.endpoint) return false
  const { parameters } = request
  const fmiPath = parameters?.get('fmi_path')
  if (fault.fmiPath !== undefined && fmiPath !== fault.fmiPath) return false
  return isOnLeg(fault.leg, request) && isOfClient(fault.clientId, request)
}

function isOnLeg(leg: Fault['leg'], { parameters }: FaultableRequest): boolean {
  return leg === undefined || (parameters !== undefined && leg === tokenLegOf(parameters))
}

function isOfClient(
  clientId: string | undefined,
  { parameters, authorization }: FaultableRequest,
): boolean {
  if (clientId === undefined) return true
  const named = [parameters?.get('client_id'), parseBasic(authorization)?.clientId]
  return named.some((name) => name?.toLowerCase() === clientId.toLowerCase())
}
