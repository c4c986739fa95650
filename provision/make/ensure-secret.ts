import { GraphError, hasStatus, isUndecided } from '../graph/graph-error.ts'
import { listOf } from '../graph/list-of.ts'
import { objectPath } from '../graph/paths.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type MakingJob, tellDone, tellStep } from '../job.ts'
import { retryUntil } from '../ports/poll.ts'
import type { SecretEntry } from '../record/record.ts'
import { type BlueprintKey, titles } from '../scenario-objects.ts'
import { endsSoon, newEnd } from './credential-times.ts'
import type { Found } from './find-objects.ts'

export const secretVariables: Readonly<Record<BlueprintKey, string>> = {
  concierge: 'AGENTID_BLUEPRINT_SECRET',
  courier: 'AGENTID_OTHER_BLUEPRINT_SECRET',
}

/** What Microsoft Graph calls a client secret. */
type PasswordCredential = { readonly keyId: string; readonly displayName: unknown }

/**
 * Ensures a client secret whose value is known here. Graph shows a secret once: if its answer or its
 * file is lost, the run makes another and removes the old one by its id.
 */
export async function ensureSecret(
  job: MakingJob,
  key: BlueprintKey,
  blueprint: Found,
): Promise<void> {
  const entry = job.book.current().secrets[key]
  const listed = await listPasswords(job, blueprint)
  if (entry !== undefined && isUsable(job, key, entry, listed)) {
    tellStep(job, 'secret', `${titles[key]} already has its secret (${entry.keyId})`)
    if (entry.attempts > 1) await removeOthers(job, key, blueprint, listed)
    return
  }
  await addPassword(job, key, blueprint)
  const isOnly = listed.length === 0 && job.book.current().secrets[key]?.attempts === 1
  if (!isOnly) await removeOthers(job, key, blueprint, await listPasswords(job, blueprint))
}

function isUsable(
  { ports, vault, settings }: MakingJob,
  key: BlueprintKey,
  { keyId, endsAt, madeAt = '' }: SecretEntry,
  listed: readonly PasswordCredential[],
): boolean {
  if (keyId === undefined || vault.get(secretVariables[key]) === undefined) return false
  if (endsSoon(ports, endsAt)) return false
  const isYoung = ports.now() < Date.parse(madeAt) + settings.limits.propagationMs
  return isYoung || listed.some((password) => password.keyId === keyId)
}

async function listPasswords(
  { graph }: MakingJob,
  { id }: Found,
): Promise<readonly PasswordCredential[]> {
  try {
    const path = `${objectPath('blueprint', id)}?$select=id,passwordCredentials`
    const { passwordCredentials } = await graph({ method: 'GET', path })
    return listOf(passwordCredentials).flatMap(({ keyId, displayName }) =>
      typeof keyId === 'string' ? [{ keyId, displayName }] : [],
    )
  } catch (error) {
    // Graph does not show it yet, so it is new, and no other program has added a secret to it.
    if (hasStatus(error, 404)) return []
    throw error
  }
}

const nameOf = ({ book }: MakingJob): string => `agentid ${book.current().runId}`

async function addPassword(job: MakingJob, key: BlueprintKey, blueprint: Found): Promise<void> {
  const { ports, settings } = job
  const untilMs = ports.now() + settings.limits.propagationMs
  // A secret whose value did not arrive is of no use: the run removes it after the next one.
  const again = (error: unknown) => isPropagation(error) || isUndecided(error)
  const what = `for ${titles[key]} to accept a secret`
  await retryUntil(ports, { untilMs, what }, again, () => addPasswordOnce(job, key, blueprint))
}

async function addPasswordOnce(job: MakingJob, key: BlueprintKey, { id }: Found): Promise<true> {
  const { book, graph, vault, ports } = job
  const { secrets } = book.current()
  const attempts = (secrets[key]?.attempts ?? 0) + 1
  const known = secrets[key] ?? { attempts: 0 }
  await book.change({ secrets: { ...secrets, [key]: { ...known, attempts } } })
  const endsAt = newEnd(ports).toISOString()
  const request = {
    method: 'POST' as const,
    path: `${objectPath('blueprint', id)}/addPassword`,
    body: { passwordCredential: { displayName: nameOf(job), endDateTime: endsAt } },
    pretended: { keyId: `{${key}.secret}`, secretText: '{secret}' },
  }
  const { keyId, secretText, endDateTime } = await graph(request)
  if (typeof keyId !== 'string' || typeof secretText !== 'string') {
    throw new GraphError({
      ...request,
      problem: 'the answer holds no secret',
      status: 200,
      clientRequestId: '',
    })
  }
  await vault.keep(secretVariables[key], secretText)
  const end = typeof endDateTime === 'string' ? new Date(endDateTime).toISOString() : endsAt
  const madeAt = new Date(ports.now()).toISOString()
  const entry = { attempts, keyId, endsAt: end, madeAt }
  await book.change({ secrets: { ...book.current().secrets, [key]: entry } })
  tellDone(job, 'secret', `added a secret to ${titles[key]} (${keyId})`)
  return true
}

/** Removes the secrets of this record that are not in use. Those of others stay. */
async function removeOthers(
  job: MakingJob,
  key: BlueprintKey,
  { id }: Found,
  listed: readonly PasswordCredential[],
): Promise<void> {
  const current = job.book.current().secrets[key]?.keyId
  const path = `${objectPath('blueprint', id)}/removePassword`
  for (const { keyId, displayName } of listed) {
    if (keyId === current || displayName !== nameOf(job)) continue
    try {
      await job.graph({ method: 'POST', path, body: { keyId } })
      tellDone(job, 'secret', `removed a secret of ${titles[key]} whose value was lost (${keyId})`)
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
}

/** Graph answers 400 for a keyId that it does not know. */
const isGone = (error: unknown): boolean =>
  hasStatus(error, 404) ||
  (hasStatus(error, 400) && /no password credential/i.test(error.graphMessage ?? ''))
