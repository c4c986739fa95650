import type { JournalEntry } from '../../mock-idp/index.ts'
import { judge } from '../index.ts'
import type { Trail } from '../trail.ts'
import { booking, graph, redemption, t1Request, tenant, tokenWith, trail } from './trail.ts'

export const fabrikam = '10000000-c0de-4a11-8000-000000000002'
export const issued = tokenWith('uti-of-agent')
export const asked = { agentIdentity: booking, tenantId: tenant, scope: graph }

/** The ids of the rules that these requests break. */
export const brokenBy = (...requests: JournalEntry[]) =>
  judge(trail(requests, { asked: [asked], authorities: ['localhost:8443'] })).map(
    ({ check }) => check,
  )

/** The same of a client without a mistake in its requests, of which this is known besides. */
export const brokenIn = (others: Partial<Trail>) =>
  judge(trail([t1Request(), redemption()], others)).map(({ check }) => check)

/** A request for T1 that lacks a parameter. */
export const without = (name: string): JournalEntry => {
  const request = t1Request()
  const { [name]: _, ...parameters } = request.parameters
  return { ...request, parameters }
}
