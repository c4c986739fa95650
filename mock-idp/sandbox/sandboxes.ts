import { createJournal, type Journal } from '../journal/journal.ts'
import { createKeyRing, type KeyRing } from '../keys/key-ring.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { createTenantClock, type TenantClock } from '../ports/clock.ts'
import { createTenantLifetimes, type TenantLifetimes } from '../tokens/tenant-lifetimes.ts'
import { type Chaos, createChaos } from './chaos/index.ts'
import { createFaults, type Faults } from './faults/index.ts'
import { createTenantLag, type TenantLag } from './lag/index.ts'

/** What belongs to one tenant alone, besides its objects. */
export type Sandbox = {
  readonly clock: TenantClock
  readonly keys: KeyRing
  readonly journal: Journal
  readonly faults: Faults
  readonly lifetimes: TenantLifetimes
  readonly chaos: Chaos
  readonly lag: TenantLag
}

export type Sandboxes = {
  readonly open: (tenantId: string) => Sandbox
  readonly of: (tenantId: string) => Sandbox
  readonly close: (tenantId: string) => void
}

export function createSandboxes(
  signingKeys: readonly SigningKey[],
  realNowMs: () => number,
): Sandboxes {
  const sandboxes = new Map<string, Sandbox>()
  return {
    open: (tenantId) => {
      const clock = createTenantClock(realNowMs)
      const sandbox = {
        clock,
        lag: createTenantLag(clock.nowMs),
        keys: createKeyRing(signingKeys),
        journal: createJournal(),
        faults: createFaults(),
        lifetimes: createTenantLifetimes(),
        chaos: createChaos(),
      }
      sandboxes.set(tenantId, sandbox)
      return sandbox
    },
    of: (tenantId) => {
      const sandbox = sandboxes.get(tenantId)
      if (!sandbox) throw new TypeError(`no tenant ${tenantId}`)
      return sandbox
    },
    close: (tenantId) => {
      sandboxes.delete(tenantId)
    },
  }
}
