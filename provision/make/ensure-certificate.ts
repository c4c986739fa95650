import type { X509Certificate } from 'node:crypto'
import type { JsonObject } from '../../wire/json-object.ts'
import { hasStatus } from '../graph/graph-error.ts'
import { listOf } from '../graph/list-of.ts'
import { objectPath } from '../graph/paths.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type MakingJob, tellDone, tellStep } from '../job.ts'
import { readPair, sha256Of } from '../ports/certificate.ts'
import { retryUntil } from '../ports/poll.ts'
import { endsSoon, newEnd } from './credential-times.ts'
import type { Found } from './find-objects.ts'

/** Makes a certificate for Concierge unless one with its key is here, and registers it. */
export async function ensureCertificate(job: MakingJob, blueprint: Found): Promise<void> {
  const certificate = (await readOwnPair(job)) ?? (await makePair(job))
  const listed = await listKeys(job, blueprint)
  if (listed.some(({ key }) => isSame(key, certificate))) {
    tellStep(job, 'certificate', 'Concierge already has its certificate')
    return
  }
  await register(job, blueprint, certificate, listed)
}

/** Base64, or base64url as some answers have it. */
const isSame = (key: unknown, certificate: X509Certificate): boolean =>
  typeof key === 'string' && Buffer.from(key, 'base64').equals(certificate.raw)

async function readOwnPair({ ports, settings, book }: MakingJob) {
  const { certificate, key } = settings.paths
  const [pem = '', keyPem = ''] = [await ports.files.read(certificate), await ports.files.read(key)]
  const pair = readPair(pem, keyPem)
  if (pair === undefined || endsSoon(ports, new Date(pair.validTo).toISOString())) return undefined
  return book.current().certificate?.sha256 === sha256Of(pair.raw) ? pair : undefined
}

async function makePair(job: MakingJob): Promise<X509Certificate> {
  const { ports, settings, book } = job
  const { namePrefix, runId } = book.current()
  const notBefore = new Date(ports.now())
  notBefore.setUTCMilliseconds(0)
  const notAfter = newEnd(ports)
  const commonName = `${namePrefix}Concierge ${runId}`
  const { certificatePem, keyPem } = await ports.makeCertificate({
    commonName,
    notBefore,
    notAfter,
  })
  const pair = readPair(certificatePem, keyPem)
  if (pair === undefined) throw new Error('the new certificate is not readable')
  await ports.files.replace(settings.paths.key, keyPem)
  await ports.files.replace(settings.paths.certificate, certificatePem)
  const sha256 = sha256Of(pair.raw)
  await book.change({ certificate: { sha256, endsAt: notAfter.toISOString() } })
  tellDone(job, 'certificate', `made a certificate for Concierge (${settings.paths.certificate})`)
  return pair
}

/** With `$select` Graph returns the certificates too, so that those of others can stay as they are. */
async function listKeys({ graph }: MakingJob, { id }: Found): Promise<readonly JsonObject[]> {
  try {
    const path = `${objectPath('blueprint', id)}?$select=id,keyCredentials`
    const { keyCredentials } = await graph({ method: 'GET', path })
    return listOf(keyCredentials)
  } catch (error) {
    // Graph does not show it yet, so it is new, and no other program has added a certificate to it.
    if (hasStatus(error, 404)) return []
    throw error
  }
}

/**
 * PATCH adds the first certificate, because addKey wants a proof signed with an existing one. PATCH
 * replaces the list, so it is repeatable and removes earlier ones of this record.
 */
async function register(
  job: MakingJob,
  { id }: Found,
  certificate: X509Certificate,
  listed: readonly JsonObject[],
): Promise<void> {
  const { ports, graph, settings, book } = job
  const displayName = `agentid ${book.current().runId}`
  const added = {
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    displayName,
    key: certificate.raw.toString('base64'),
    startDateTime: new Date(certificate.validFrom).toISOString(),
    endDateTime: new Date(certificate.validTo).toISOString(),
  }
  const others = listed.filter((key) => key.displayName !== displayName)
  const body = { keyCredentials: [...others, added] }
  const untilMs = ports.now() + settings.limits.propagationMs
  const what = 'for Concierge to accept a certificate'
  const path = objectPath('blueprint', id)
  const patch = () => graph({ method: 'PATCH', path, body })
  await retryUntil(ports, { untilMs, what }, isPropagation, patch)
  tellDone(job, 'certificate', 'registered the certificate of Concierge')
}
