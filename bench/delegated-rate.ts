import { type Ready, redemption, serveCommand, t1Request } from './agentid-server.ts'
import { contest, startPeer } from './contest.ts'
import { onTheCore } from './core.ts'
import { send, type TokenRequest } from './load.ts'
import type { Measurement } from './measurement.ts'
import { personTokenOf } from './person-token.ts'
import { startServer } from './start-server.ts'

const exchangeScope = 'api://AzureADTokenExchange/.default'

/** How fast tokens are issued to agents that act for a person or have a user of their own: each verifies two assertions. */
export const delegatedRate: Measurement = async (surroundings) => {
  const agentid = await startServer<Ready>(onTheCore(serveCommand(surroundings)))
  const minimal = await startPeer('minimal-hono', ['2'])
  try {
    const { pid, ready } = agentid
    const t1 = await send(t1Request(agentid))
    const redeemed = redemption(agentid, t1)
    const t2 = await send(changed(redeemed, { scope: exchangeScope }))
    return await contest(
      'Delegated tokens per CPU-second over RSA-2048 signatures per CPU-second',
      [
        {
          name: 'agent user token, which verifies T1 and T2',
          pid,
          request: changed(redeemed, {
            grant_type: 'user_fic',
            user_federated_identity_credential: t2,
            user_id: ready.env.AGENTID_AGENT_USER_ID ?? '',
          }),
        },
        {
          name: 'token on behalf of a person, which verifies T1 and Tc',
          pid,
          request: changed(redeemed, {
            grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
            requested_token_use: 'on_behalf_of',
            assertion: await personTokenOf(ready),
          }),
        },
        {
          name: 'minimal-hono, which verifies two assertions',
          pid: minimal.pid,
          request: minimal.ready,
        },
      ],
      surroundings,
    )
  } finally {
    await Promise.all([agentid.stop(), minimal.stop()])
  }
}

function changed(
  { url, form }: TokenRequest,
  change: Readonly<Record<string, string>>,
): TokenRequest {
  const parameters = { ...Object.fromEntries(new URLSearchParams(form)), ...change }
  return { url, form: String(new URLSearchParams(parameters)) }
}
