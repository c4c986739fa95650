import { dryFiles, dryGraph } from './dry-run.ts'
import { createGraph } from './graph/graph.ts'
import { checkTenant } from './guard/check-tenant.ts'
import { chooseSponsors } from './guard/choose-sponsors.ts'
import { nameTenant } from './guard/name-tenant.ts'
import { refuseForeignFiles } from './guard/refuse-foreign-files.ts'
import { type MakingJob, tellNote } from './job.ts'
import { completeVariables } from './make/complete-variables.ts'
import { ensureAgentUser } from './make/ensure-agent-user.ts'
import { ensureCertificate } from './make/ensure-certificate.ts'
import { ensureDelegation } from './make/ensure-delegation.ts'
import { ensureAgents, ensureBlueprints, ensurePrincipals } from './make/ensure-objects.ts'
import { ensureRoles } from './make/ensure-roles.ts'
import { ensureSecret } from './make/ensure-secret.ts'
import type { Ports } from './ports/ports.ts'
import { openRecordBook, readRecord } from './record/record-book.ts'
import { startRecord } from './record/start-record.ts'
import { openVault } from './record/vault.ts'
import { removeDoubles } from './remove/remove-entry.ts'
import type { ProvisionSettings } from './settings.ts'
import { waitForReads } from './wait/wait-for-reads.ts'
import { waitForTokens } from './wait/wait-for-tokens.ts'

/**
 * Makes what the scenarios need and do not have yet, and writes the file of variables. You can
 * interrupt it at any point and run it again: the record says what it made and what it may have made.
 *
 * @throws {GuardRefusal} It wrote nothing to the tenant.
 * @throws {ProvisionError | GraphError | TokenRequestError} You can run it again.
 */
export async function provision(ports: Ports, settings: ProvisionSettings): Promise<void> {
  const job = await prepare(ports, settings)
  await job.book.change({})
  const blueprints = await ensureBlueprints(job)
  await ensurePrincipals(job, blueprints)
  await ensureSecret(job, 'concierge', blueprints.concierge)
  await ensureSecret(job, 'courier', blueprints.courier)
  await ensureCertificate(job, blueprints.concierge)
  const agents = await ensureAgents(job, blueprints)
  await ensureRoles(job, agents)
  if (settings.delegated) await ensureDelegation(job, blueprints.concierge, agents.booking)
  const agentUser = await ensureAgentUser(job, agents.booking)
  if (settings.dryRun) return
  await waitForReads(job)
  await waitForTokens(job, { blueprints, agents, agentUser })
  await removeDoubles(job)
  await job.vault.finish(completeVariables(job, { blueprints, agents, agentUser }))
}

/** Checks everything before the first write. */
async function prepare(given: Ports, settings: ProvisionSettings): Promise<MakingJob> {
  const { paths, maxUsers, productionTenant, dryRun, limits, graphUrl } = settings
  const { requestIntervalMs } = limits
  const ports = dryRun ? { ...given, files: dryFiles(given.files) } : given
  const sent = createGraph(ports, { graphUrl, requestIntervalMs })
  const stored = await readRecord(ports.files, paths.record)
  const tenant = nameTenant(settings, stored)
  await refuseForeignFiles(ports, settings, stored)
  const production = { maxUsers, word: productionTenant }
  const token = await checkTenant(ports, sent, { ...tenant, production })
  const sponsorIds = await chooseSponsors(sent, settings, stored, token)
  const record = stored ?? startRecord(ports, settings, tenant, sponsorIds)
  const job = {
    ports,
    settings,
    graph: dryRun ? dryGraph(ports, sent) : sent,
    book: openRecordBook(ports.files, paths.record, record),
    vault: await openVault(ports.files, paths.env, record.runId),
    sponsorIds,
  }
  if ((settings.namePrefix ?? record.namePrefix) !== record.namePrefix) {
    tellNote(
      job,
      'names',
      `keep the prefix ${record.namePrefix} of the run that this one continues`,
    )
  }
  return job
}
