import type { Graph } from '../graph/graph-request.ts'
import { GuardRefusal } from '../ports/provision-error.ts'
import type { ProvisionRecord } from '../record/record.ts'
import type { ProvisionSettings } from '../settings.ts'
import type { AccessToken } from './access-token.ts'

/**
 * Who is responsible for the new objects: the users you name, those of the record, or the signed-in
 * user. Agent ID makes nothing without a sponsor, and an application cannot be one.
 */
export async function chooseSponsors(
  graph: Graph,
  { sponsorIds }: Pick<ProvisionSettings, 'sponsorIds'>,
  record: ProvisionRecord | undefined,
  { isDelegated }: AccessToken,
): Promise<readonly string[]> {
  if (sponsorIds.length > 0) return sponsorIds
  if (record !== undefined && record.sponsorIds.length > 0) return record.sponsorIds
  if (!isDelegated) {
    throw new GuardRefusal(
      'you signed in as an application, and the objects it makes need a user as sponsor',
      'Pass the object id of a user: --sponsor ID.',
    )
  }
  const { id } = await graph({ method: 'GET', path: '/v1.0/me?$select=id' })
  if (typeof id === 'string') return [id]
  throw new GuardRefusal('Graph does not say which user signed in', 'Pass a user: --sponsor ID.')
}
