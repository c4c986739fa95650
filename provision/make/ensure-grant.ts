import { findGrants } from '../graph/find-grants.ts'
import { findResource } from '../graph/find-resource.ts'
import { isThereAlready, isUndecided } from '../graph/graph-error.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type MakingJob, tellDone, tellStep } from '../job.ts'
import { retryUntil } from '../ports/poll.ts'
import { ProvisionError } from '../ports/provision-error.ts'
import type { GrantEntry } from '../record/record.ts'
import { delegatedPermission, titles } from '../scenario-objects.ts'
import type { Found } from './find-objects.ts'

export type GrantPlan = {
  /** For a dry run, which knows no id. */
  readonly key: string
  /** Booking. */
  readonly client: Found
  /** Null: for every user. */
  readonly principalId: string | null
}

type Wanted = Omit<GrantEntry, 'id'>

const label = 'permission'

/** Ensures a delegated permission of Booking. The record holds the intent before the request, and the id after it. */
export async function ensureGrant(job: MakingJob, plan: GrantPlan): Promise<void> {
  const { ports, settings } = job
  const wanted = await wantedGrant(job, plan)
  const untilMs = ports.now() + settings.limits.propagationMs
  const what = `for ${titles.booking} to accept ${wanted.scope}`
  const again = (error: unknown) =>
    isPropagation(error) || isUndecided(error) || isThereAlready(error)
  await retryUntil(ports, { untilMs, what }, again, () => ensureOnce(job, plan, wanted))
}

async function wantedGrant(
  { graph }: MakingJob,
  { client, principalId }: GrantPlan,
): Promise<Wanted> {
  const { resourceAppId, scope } = delegatedPermission
  const resource = await findResource(graph, resourceAppId, 'id')
  if (typeof resource?.id === 'string') {
    return { clientId: client.id, resourceId: resource.id, principalId, scope }
  }
  throw new ProvisionError(
    'the tenant has no principal of Microsoft Graph, so no permission of it can be granted',
    'Check AGENTID_GRAPH_URL.',
  )
}

async function ensureOnce(job: MakingJob, { key }: GrantPlan, wanted: Wanted): Promise<true> {
  const [found] = await findGrants(job.graph, wanted)
  const known = job.book.current().grants?.find((one) => isSame(one, wanted))
  if (found !== undefined) {
    await remember(job, { ...wanted, id: found.id })
    const text = `${titles.booking} has ${wanted.scope} ${forWhom(wanted)}`
    if (known?.id === found.id) tellStep(job, label, text)
    else tellDone(job, label, text)
    return true
  }
  await remember(job, wanted)
  const { principalId, ...rest } = wanted
  const { id } = await job.graph({
    method: 'POST',
    path: '/v1.0/oauth2PermissionGrants',
    body: {
      ...rest,
      ...(principalId === null
        ? { consentType: 'AllPrincipals' }
        : { consentType: 'Principal', principalId }),
    },
    pretended: { id: `{${key}.grant}` },
  })
  if (typeof id === 'string') await remember(job, { ...wanted, id })
  tellDone(job, label, `granted ${wanted.scope} to ${titles.booking} ${forWhom(wanted)}`)
  return true
}

const forWhom = ({ principalId }: Wanted): string =>
  principalId === null ? 'for every user' : 'for its agent user'

/** Of a client, a tenant has one grant for each resource and user. */
const isSame = (one: Wanted, other: Wanted): boolean =>
  one.clientId === other.clientId &&
  one.resourceId === other.resourceId &&
  one.principalId === other.principalId

async function remember({ book }: MakingJob, entry: GrantEntry): Promise<void> {
  const others = (book.current().grants ?? []).filter((one) => !isSame(one, entry))
  await book.change({ grants: [...others, entry] })
}
