import type { Directory } from '../../engine/cast/directory.ts'
import type {
  Acquisition,
  ClientCredential,
  ClientUnderTest,
} from '../../engine/clients/client-under-test.ts'
import { registerCertificate } from '../../engine/scenario/edits.ts'
import type { Target } from '../../engine/targets/target.ts'
import { type WireRecord, wireRecord } from './wire-record.ts'

const graph = 'https://graph.microsoft.com/.default'

/**
 * What a client sends when it gets a token for two agent identities, with a secret and, where it can, with a
 * certificate; then, of the flows that it has, on behalf of a person, and twice as an agent's own user: one JSON object
 * a line.
 */
export async function recordWire(client: ClientUnderTest, target: Target): Promise<string> {
  const withSecret = await record(client, target, 'secret')
  const canSign = client.capabilities.credentials.includes('certificate')
  const withCertificate = canSign ? await record(client, target, 'certificate') : []
  const delegated = client.capabilities.flows.some((flow) => flow !== 'autonomous')
    ? await record(client, target, 'secret', delegatedAcquisitions)
    : []
  return [...withSecret, ...withCertificate, ...delegated]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')
}

type Acquisitions = (
  client: ClientUnderTest,
  target: Target,
  directory: Directory,
) => readonly Acquisition[] | Promise<readonly Acquisition[]>

const autonomousAcquisitions: Acquisitions = (_client, _target, directory) =>
  (['Booking', 'Billing'] as const).map((agent) => ({
    agentIdentity: directory.clientId(agent),
    scope: graph,
  }))

const delegatedAcquisitions: Acquisitions = async ({ capabilities }, target, directory) => {
  const wanted = { agentIdentity: directory.clientId('Booking'), scope: graph }
  const { flows, userIds } = capabilities
  const oid = directory.personId('Assistant')
  const user = userIds.includes('oid') ? { oid } : { upn: directory.userName('Assistant') }
  const asUser = { ...wanted, flow: 'agentUser', user } as const
  const userAssertion = flows.includes('obo') ? await tokenOfBea(target, directory) : ''
  return [
    ...(flows.includes('obo') ? [{ ...wanted, flow: 'obo', userAssertion } as const] : []),
    ...(flows.includes('agentUser') ? [asUser, asUser] : []),
  ]
}

/** Tc: made, as no page is needed for what the client does with it. */
async function tokenOfBea({ request }: Target, directory: Directory): Promise<string> {
  const answer = await request(`/_mock/tokens?tenant=${directory.tenantId('Contoso')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'user',
      user: directory.personId('Bea'),
      client: directory.clientId('Intranet'),
      audience: directory.clientId('Concierge'),
    }),
  })
  if (!answer.ok) throw new Error(`cannot make a token of Bea: ${await answer.text()}`)
  const { token } = (await answer.json()) as { readonly token: string }
  return token
}

async function record(
  client: ClientUnderTest,
  target: Target,
  credential: 'secret' | 'certificate',
  acquisitionsOf: Acquisitions = autonomousAcquisitions,
): Promise<readonly WireRecord[]> {
  const { power } = target
  if (!power) throw new TypeError('a wire record needs the journal of a mock')
  const directory = target.openDirectory()
  const tenantId = directory.tenantId('Contoso')
  if (credential === 'certificate') await registerCertificate(directory, 'Concierge')
  await directory.ready()
  const configured = await client.configure({
    authorityHost: target.authorityHost,
    httpUrl: target.httpUrl,
    caFile: target.caFile,
    tenantId,
    cloud: 'public',
    blueprintClientId: directory.clientId('Concierge'),
    credential: await credentialOf(),
    request: target.request,
    nowMs: Date.now,
    passTime: async () => {},
  })
  try {
    for (const acquisition of await acquisitionsOf(client, target, directory)) {
      const { error } = await configured.acquire(acquisition)
      if (error) throw new Error(`${client.name} got no token: ${error.message}`)
    }
    const names = Object.fromEntries(
      (['Concierge', 'Booking', 'Billing'] as const).map((name) => [
        directory.clientId(name).toLowerCase(),
        name,
      ]),
    )
    const known = {
      ...names,
      [tenantId.toLowerCase()]: 'Contoso',
      [directory.personId('Assistant').toLowerCase()]: 'Assistant',
    }
    return (await power.journal(tenantId)).map((entry) => wireRecord(entry, known))
  } finally {
    await configured.close()
    await directory.close()
  }

  async function credentialOf(): Promise<ClientCredential> {
    if (credential === 'secret') return { type: 'secret', value: directory.secret('Concierge') }
    return { type: 'certificate', ...(await directory.keyPair('Concierge')) }
  }
}
