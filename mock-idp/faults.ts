/** An answer that replaces the real one, for the requests it matches, a counted number of times. */
export type Fault = {
  /** Which leg: `t1` has an `fmi_path`, `redemption` an assertion and none. Left out: any. */
  readonly leg?: 't1' | 'redemption' | undefined
  readonly clientId?: string | undefined
  readonly fmiPath?: string | undefined
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
  /** How many matching requests it meets before it is gone. Default: 1. */
  readonly times?: number | undefined
}

type Parameters = { readonly get: (name: string) => string | undefined }

/** The faults of one tenant, in the order in which they were set. */
export type Faults = {
  readonly add: (fault: Fault) => void
  /** The first fault that matches, counted down. */
  readonly take: (parameters: Parameters) => Fault | undefined
  readonly pending: () => readonly Fault[]
  readonly clear: () => void
}

export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = []
  return {
    add: (fault) => {
      pending.push({ fault, left: fault.times ?? 1 })
    },
    take: (parameters) => {
      const hit = pending.find(({ fault }) => matches(fault, parameters))
      if (!hit) return undefined
      hit.left -= 1
      if (hit.left <= 0) pending = pending.filter((one) => one !== hit)
      return hit.fault
    },
    pending: () => pending.map(({ fault, left }) => ({ ...fault, times: left })),
    clear: () => {
      pending = []
    },
  }
}

function matches({ leg, clientId, fmiPath }: Fault, parameters: Parameters): boolean {
  const isT1 = parameters.get('fmi_path') !== undefined
  const isRedemption = !isT1 && parameters.get('client_assertion') !== undefined
  if (leg === 't1' && !isT1) return false
  if (leg === 'redemption' && !isRedemption) return false
  if (clientId !== undefined && parameters.get('client_id') !== clientId) return false
  return fmiPath === undefined || parameters.get('fmi_path') === fmiPath
}
