import type { Change } from '../../directory/collections.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { type HiddenChange, laggingView } from './lagging-view.ts'

/** Who looks at the directory: reads of Microsoft Graph, its writes, and the token endpoint. */
export type Viewer = 'read' | 'write' | 'sts'

/**
 * How long a viewer does not see a change: for that many of its own requests, or for that many milliseconds on
 * the clock of the tenant. Real tenants have all three, of unknown length (MicrosoftDocs/entra-docs known issues).
 */
export type Lag = { readonly requests?: number | undefined; readonly ms?: number | undefined }
export type Lags = { readonly [Name in Viewer]?: Lag | undefined }

/** What each viewer of one tenant does not see yet. */
export type TenantLag = {
  readonly current: () => Lags
  /** Members left out stay as they are. What is hidden already stays so for as long as it was told. */
  readonly set: (lags: Lags) => void
  readonly reset: () => void
  /**
   * To be told of changes before they happen. From writes only new objects are hidden, as where a replica that reads
   * is ahead of the one that writes: to write what is out of date would undo what others wrote.
   */
  readonly hide: (tenant: Tenant, changes: readonly Change[]) => void
  /** The tenant for the next request of a viewer: itself, where nothing is hidden from it. */
  readonly viewFor: (viewer: Viewer, tenant: Tenant) => Tenant
}

type Hidden = HiddenChange & {
  readonly viewer: Viewer
  readonly untilMs: number
  requestsLeft: number
}

const viewers: readonly Viewer[] = ['read', 'write', 'sts']

export function createTenantLag(nowMs: () => number): TenantLag {
  let lags: Lags = {}
  let hidden: Hidden[] = []
  const hiddenFrom = (viewer: Viewer, tenant: Tenant, changes: readonly Change[]): Hidden[] => {
    const { requests = 0, ms = 0 } = lags[viewer] ?? {}
    if (requests === 0 && ms === 0) return []
    const untilMs = ms === 0 ? 0 : nowMs() + ms
    return changes.flatMap(({ collection, key }) => {
      const before = tenant[collection].get(key)
      if (viewer === 'write' && before !== undefined) return []
      return [{ viewer, collection, key, before, untilMs, requestsLeft: requests }]
    })
  }
  return {
    current: () => lags,
    set: (change) => {
      lags = { ...lags, ...change }
    },
    reset: () => {
      lags = {}
      hidden = []
    },
    hide: (tenant, changes) => {
      for (const viewer of viewers) hidden.push(...hiddenFrom(viewer, tenant, changes))
    },
    viewFor: (viewer, tenant) => {
      if (hidden.length === 0) return tenant
      const now = nowMs()
      hidden = hidden.filter(({ requestsLeft, untilMs }) => requestsLeft > 0 || now < untilMs)
      const unseen = hidden.filter((one) => one.viewer === viewer)
      for (const one of unseen) one.requestsLeft -= 1
      return unseen.length === 0 ? tenant : laggingView(tenant, unseen)
    },
  }
}
