import type { JsonObject } from '../../wire/json-object.ts'
import { isUndecided } from '../graph/graph-error.ts'
import { listOf } from '../graph/list-of.ts'
import { objectPath } from '../graph/paths.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type MakingJob, tellDone, tellStep } from '../job.ts'
import { retryUntil } from '../ports/poll.ts'
import { agentScope, titles } from '../scenario-objects.ts'
import { ensureGrant } from './ensure-grant.ts'
import type { Found } from './find-objects.ts'

/**
 * Ensures what it takes to act on behalf of people: a scope of Concierge, for which a person gets a token, and a
 * delegated permission of Booking, which exchanges it.
 */
export async function ensureDelegation(
  job: MakingJob,
  concierge: Found,
  booking: Found,
): Promise<void> {
  const { ports, settings } = job
  const untilMs = ports.now() + settings.limits.propagationMs
  const what = `for ${titles.concierge} to accept a scope`
  const again = (error: unknown) => isPropagation(error) || isUndecided(error)
  await retryUntil(ports, { untilMs, what }, again, () => ensureScope(job, concierge))
  await ensureGrant(job, { key: 'everybody', client: booking, principalId: null })
}

/** Writing it twice does no harm: it has the same id each time. */
async function ensureScope(job: MakingJob, { id, appId }: Found): Promise<true> {
  const { graph } = job
  const path = objectPath('blueprint', id)
  const known = await graph({ method: 'GET', path: `${path}?$select=id,identifierUris,api` })
  const uri = `api://${appId}`
  const uris = Array.isArray(known.identifierUris) ? known.identifierUris : []
  const api = (known.api ?? {}) as JsonObject
  const scopes = listOf(api.oauth2PermissionScopes)
  if (uris.includes(uri) && scopes.some(({ value }) => value === agentScope)) {
    tellStep(job, 'scope', `${titles.concierge} has ${uri}/${agentScope}`)
    return true
  }
  const others = scopes.filter(({ value }) => value !== agentScope)
  await graph({
    method: 'PATCH',
    path,
    body: {
      identifierUris: [...uris.filter((one) => one !== uri), uri],
      api: { ...api, oauth2PermissionScopes: [...others, await newScope(job)] },
    },
  })
  tellDone(job, 'scope', `gave ${titles.concierge} the scope ${uri}/${agentScope}`)
  return true
}

async function newScope({ book, ports }: MakingJob): Promise<JsonObject> {
  const { scopeId: id = ports.randomUuid() } = book.current()
  await book.change({ scopeId: id })
  const name = `Talk to the agents of ${titles.concierge}`
  return {
    id,
    value: agentScope,
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: name,
    adminConsentDescription: `${name} on behalf of the signed-in user.`,
    userConsentDisplayName: name,
    userConsentDescription: `${name} on your behalf.`,
  }
}
