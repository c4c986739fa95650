import type { ClockChange, Fault, JournalEntry, LifetimesChange } from '../../mock-idp/index.ts'
import type { Directory } from '../cast/directory.ts'
import type { TenantName } from '../cast/names.ts'
import { Difference } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import type {
  GraphTokenChoice,
  LagChange,
  Power,
  SignInChange,
  Target,
  TokenChoice,
} from '../targets/target.ts'

/** What only a mock can be told, by the names of the tenants. On a live tenant every call ends the scenario as not testable. */
export type SandboxControl = {
  /** Seconds since 1970 on the clock of the tenants. */
  readonly nowSeconds: () => number
  /** A time that many seconds from now, as a description writes it. */
  readonly timeAt: (fromNowSeconds: number) => string
  /** Lets time pass at all tenants; nobody waits. */
  readonly passTime: (seconds: number) => Promise<void>
  readonly setClock: (tenant: TenantName, change: ClockChange) => Promise<void>
  readonly addFault: (fault: Fault, tenant?: TenantName) => Promise<void>
  readonly clearFaults: (tenant?: TenantName) => Promise<void>
  /** In seconds; omitted members stay as they are. */
  readonly setLifetimes: (change: LifetimesChange, tenant?: TenantName) => Promise<void>
  /** Varies details that a client must not depend on. Null: none. */
  readonly setChaos: (seed: number | null, tenant?: TenantName) => Promise<void>
  /** How people sign in. */
  readonly setSignIn: (change: SignInChange) => Promise<void>
  readonly rotateKey: (tenant: TenantName) => Promise<void>
  /** A token for Microsoft Graph with chosen permissions. */
  readonly graphToken: (choice: GraphTokenChoice, tenant?: TenantName) => Promise<string>
  /** A token as a client would obtain it, or a forged one. */
  readonly orderToken: (choice: TokenChoice, tenant?: TenantName) => Promise<string>
  readonly setLag: (tenant: TenantName, change: LagChange) => Promise<void>
  readonly relax: (tenant: TenantName, ruleId: string) => Promise<void>
  readonly reset: (tenant: TenantName) => Promise<void>
  /** The requests for tokens, of clients and of managed identities, oldest first. */
  readonly journal: (tenant?: TenantName) => Promise<readonly JournalEntry[]>
  /** These and the requests for documents and keys, oldest first. */
  readonly allRequests: (tenant?: TenantName) => Promise<readonly JournalEntry[]>
  /** What names this client, of every tenant and of none, oldest first. */
  readonly requestsOfClient: (clientId: string) => Promise<readonly JournalEntry[]>
  /** The request for a token with this number, counted from 1. */
  readonly received: (number: number) => Promise<JournalEntry>
}

export function createSandboxControl(
  target: Pick<Target, 'power'>,
  directory: Directory,
): SandboxControl {
  let aheadSeconds = 0
  const nowSeconds = () => Math.floor(Date.now() / 1000) + aheadSeconds
  const tell = async <Told>(
    tenant: TenantName,
    order: (power: Power, tenantId: string) => Promise<Told>,
  ): Promise<Told> => {
    const { power } = target
    if (!power) {
      throw new NotTestable('a live tenant gives no control over clock, keys, faults and journal')
    }
    const tenantId = directory.tenantId(tenant)
    await directory.ready()
    return order(power, tenantId)
  }
  const setClock: SandboxControl['setClock'] = async (tenant, change) => {
    await tell(tenant, (power, tenantId) => power.setClock(tenantId, change))
    aheadSeconds += change.advanceSeconds ?? 0
  }
  const allRequests: SandboxControl['allRequests'] = (tenant = 'Contoso') =>
    tell(tenant, (power, tenantId) => power.journal(tenantId))
  const journal: SandboxControl['journal'] = async (tenant) =>
    (await allRequests(tenant)).filter(isForToken)

  return {
    nowSeconds,
    timeAt: (fromNowSeconds) => new Date((nowSeconds() + fromNowSeconds) * 1000).toISOString(),
    setClock,
    passTime: async (advanceSeconds) => {
      await setClock('Contoso', { advanceSeconds })
      const [, ...others] = directory.madeTenants()
      for (const tenantId of others) await target.power?.setClock(tenantId, { advanceSeconds })
    },
    addFault: (fault, tenant = 'Contoso') =>
      tell(tenant, (power, tenantId) => power.addFault(tenantId, fault)),
    clearFaults: (tenant = 'Contoso') =>
      tell(tenant, (power, tenantId) => power.clearFaults(tenantId)),
    setLifetimes: (change, tenant = 'Contoso') =>
      tell(tenant, (power, tenantId) => power.setLifetimes(tenantId, change)),
    setChaos: (seed, tenant = 'Contoso') =>
      tell(tenant, (power, tenantId) => power.setChaos(tenantId, seed)),
    setSignIn: (change) => tell('Contoso', (power, tenantId) => power.setSignIn(tenantId, change)),
    rotateKey: (tenant) => tell(tenant, (power, tenantId) => power.rotateKey(tenantId)),
    graphToken: (choice, tenant = 'Contoso') =>
      tell(tenant, (power, tenantId) => power.graphToken(tenantId, choice)),
    orderToken: (choice, tenant = 'Contoso') =>
      tell(tenant, (power, tenantId) => power.orderToken(tenantId, choice)),
    setLag: (tenant, change) => tell(tenant, (power, tenantId) => power.setLag(tenantId, change)),
    relax: (tenant, ruleId) => tell(tenant, (power, tenantId) => power.relax(tenantId, [ruleId])),
    reset: (tenant) => tell(tenant, (power, tenantId) => power.reset(tenantId)),
    journal,
    allRequests,
    requestsOfClient: (clientId) => tell('Contoso', (power) => power.requestsOfClient(clientId)),
    received: async (number) => {
      const entry = (await journal()).at(number - 1)
      if (entry) return entry
      throw new Difference(`request ${number}`, 'was received', 'no such request')
    },
  }
}

function isForToken({ endpoint }: JournalEntry): boolean {
  return endpoint === 'token' || endpoint === 'managedIdentity'
}
