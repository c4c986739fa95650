import type { Described, ListedTenant } from './described.ts'
import { type ConsoleMock, MockProblem } from './open-mock.ts'

export type ChosenTenant = {
  readonly tenants: readonly ListedTenant[]
  readonly tenant: Described
}

/** The tenant that somebody named, or else the first one. */
export async function chooseTenant(
  named: string | null | undefined,
  mock: ConsoleMock,
): Promise<ChosenTenant> {
  const { tenants } = await mock.read<{ tenants: readonly ListedTenant[] }>('/tenants')
  const id = named || tenants[0]?.tenantId
  if (id === undefined) throw new MockProblem('this mock has no tenant')
  return { tenants, tenant: await mock.read<Described>(`/tenants/${encodeURIComponent(id)}`) }
}
