import {
  type AgentIdentityClient,
  type Credential,
  certificate,
  clientSecret,
  createAgentIdentityClient,
} from '../../client/index.ts'
import { type MakingJob, tellStep } from '../job.ts'
import type { Cast } from '../make/complete-variables.ts'
import type { Blueprints } from '../make/ensure-objects.ts'
import { secretVariables } from '../make/ensure-secret.ts'
import { retryUntil } from '../ports/poll.ts'
import { ProvisionError } from '../ports/provision-error.ts'
import {
  type AgentKey,
  agentKeys,
  type BlueprintKey,
  blueprintOf,
  delegatedPermission,
  titles,
} from '../scenario-objects.ts'
import {
  agentUserPropagationNumbers,
  propagationNumbers,
  tokenPropagation,
} from './token-propagation.ts'

/** Waits until each agent identity gets T1 and its token, and the certificate gets T1 too. */
export async function waitForTokens(
  job: MakingJob,
  { blueprints, agents, agentUser }: Cast,
): Promise<void> {
  const { ports, settings } = job
  const { signal } = ports
  const untilMs = ports.now() + settings.limits.propagationMs
  for (const key of agentKeys) {
    const client = clientFor(job, blueprints, key, secretOf(job, blueprintOf[key]))
    const options = { agentIdentityId: agents[key].appId, scope: settings.scope, signal }
    await whenPropagated(job, untilMs, `a token for ${titles[key]}`, () =>
      client.acquireToken(options),
    )
  }
  if (agentUser !== undefined) {
    const client = clientFor(job, blueprints, 'booking', secretOf(job, 'concierge'))
    // By its id, Microsoft Graph has the same name in every cloud.
    const scope = `${delegatedPermission.resourceAppId}/.default`
    const options = { agentIdentityId: agents.booking.appId, scope, signal }
    const acquire = () => client.asAgentUser({ oid: agentUser.id }, options)
    const what = 'a token for the agent user of Booking'
    await whenPropagated(job, untilMs, what, acquire, agentUserPropagationNumbers)
  }
  const credential = await certificateOf(job)
  const client = clientFor(job, blueprints, 'booking', credential)
  const options = { agentIdentityId: agents.booking.appId, signal }
  await whenPropagated(job, untilMs, 'T1 for Booking with the certificate', () =>
    client.acquireExchangeToken(options),
  )
}

async function whenPropagated(
  job: MakingJob,
  untilMs: number,
  what: string,
  acquire: () => ReturnType<AgentIdentityClient['acquireToken']>,
  numbers = propagationNumbers,
): Promise<void> {
  const { ports } = job
  const again = (error: unknown) => {
    const reason = tokenPropagation(error, numbers)
    if (reason !== undefined) ports.tell({ kind: 'wait', label: 'token', text: reason })
    return reason !== undefined
  }
  await retryUntil(ports, { untilMs, what: `for ${what}` }, again, acquire)
  tellStep(job, 'token', `got ${what}`)
}

function clientFor(
  { ports, settings, book }: MakingJob,
  blueprints: Blueprints,
  agent: AgentKey,
  credential: Credential,
): AgentIdentityClient {
  const { fetch, now, sleep, randomUuid } = ports
  return createAgentIdentityClient({
    tenantId: book.current().tenantId,
    blueprintClientId: blueprints[blueprintOf[agent]].appId,
    credential,
    authorityHost: settings.authorityHost,
    fetch,
    now,
    sleep,
    randomUuid,
  })
}

function secretOf({ vault }: MakingJob, key: BlueprintKey): Credential {
  const secret = vault.get(secretVariables[key])
  if (secret === undefined) throw new Error(`no secret of ${titles[key]}`)
  return clientSecret(secret)
}

async function certificateOf({ ports, settings }: MakingJob): Promise<Credential> {
  const certificatePem = await ports.files.read(settings.paths.certificate)
  const privateKeyPem = await ports.files.read(settings.paths.key)
  if (certificatePem === undefined || privateKeyPem === undefined) {
    throw new ProvisionError(
      'the certificate of Concierge or its key is missing',
      'Run the same command again: it makes a new one.',
    )
  }
  return certificate({ certificatePem, privateKeyPem })
}
