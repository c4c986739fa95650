import type { MakingJob } from '../job.ts'
import {
  type AgentKey,
  type BlueprintKey,
  blueprintOf,
  principalKeys,
  titles,
} from '../scenario-objects.ts'
import { ensureObject } from './ensure-object.ts'
import type { Found } from './find-objects.ts'

export type Blueprints = Readonly<Record<BlueprintKey, Found>>
export type Agents = Readonly<Record<AgentKey, Found>>

/** Names end with the id of the run, which makes them unique and says where they come from. */
const nameOf = ({ book }: MakingJob, key: BlueprintKey | AgentKey): string =>
  `${book.current().namePrefix}${titles[key]} ${book.current().runId}`

/** Agent ID makes neither blueprints nor agent identities without a sponsor. */
const sponsorsOf = ({ settings, sponsorIds }: MakingJob) => ({
  'sponsors@odata.bind': sponsorIds.map((id) => `${settings.graphUrl}/v1.0/users/${id}`),
})

export async function ensureBlueprints(job: MakingJob): Promise<Blueprints> {
  const ensure = (key: BlueprintKey) =>
    ensureObject(job, {
      key,
      kind: 'blueprint',
      name: nameOf(job, key),
      body: { displayName: nameOf(job, key), ...sponsorsOf(job) },
    })
  return { concierge: await ensure('concierge'), courier: await ensure('courier') }
}

/** Graph does not make a principal with a blueprint; the admin center does. */
export async function ensurePrincipals(job: MakingJob, blueprints: Blueprints): Promise<void> {
  for (const key of principalKeys) {
    const { appId } = blueprints[blueprintOf[key]]
    await ensureObject(job, {
      key,
      kind: 'principal',
      name: nameOf(job, blueprintOf[key]),
      appId,
      body: { appId },
    })
  }
}

export async function ensureAgents(job: MakingJob, blueprints: Blueprints): Promise<Agents> {
  const ensure = (key: AgentKey) =>
    ensureObject(job, {
      key,
      kind: 'agentIdentity',
      name: nameOf(job, key),
      body: {
        displayName: nameOf(job, key),
        agentIdentityBlueprintId: blueprints[blueprintOf[key]].appId,
        ...sponsorsOf(job),
      },
    })
  return {
    booking: await ensure('booking'),
    billing: await ensure('billing'),
    parcel: await ensure('parcel'),
  }
}
