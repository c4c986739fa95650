import type { ClientCredential, ClientUnderTest } from '../../engine/clients/client-under-test.ts'
import { registerCertificate } from '../../engine/scenario/edits.ts'
import type { Target } from '../../engine/targets/target.ts'
import { type WireRecord, wireRecord } from './wire-record.ts'

const graph = 'https://graph.microsoft.com/.default'

/**
 * What a client sends when it gets a token for two agent identities, with a secret and, where it can, with a
 * certificate: one JSON object a line.
 */
export async function recordWire(client: ClientUnderTest, target: Target): Promise<string> {
  const withSecret = await record(client, target, 'secret')
  const canSign = client.capabilities.credentials.includes('certificate')
  const withCertificate = canSign ? await record(client, target, 'certificate') : []
  return [...withSecret, ...withCertificate].map((one) => `${JSON.stringify(one)}\n`).join('')
}

async function record(
  client: ClientUnderTest,
  target: Target,
  credential: 'secret' | 'certificate',
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
    for (const agent of ['Booking', 'Billing'] as const) {
      const agentIdentity = directory.clientId(agent)
      const { error } = await configured.acquire({ agentIdentity, scope: graph })
      if (error) throw new Error(`${client.name} got no token: ${error.message}`)
    }
    const names = Object.fromEntries(
      (['Concierge', 'Booking', 'Billing'] as const).map((name) => [
        directory.clientId(name).toLowerCase(),
        name,
      ]),
    )
    const known = { ...names, [tenantId.toLowerCase()]: 'Contoso' }
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
