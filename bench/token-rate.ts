import { type Ready, redemption, serveCommand, t1Request } from './agentid-server.ts'
import { contest, startPeer } from './contest.ts'
import { onTheCore } from './core.ts'
import { send } from './load.ts'
import type { Measurement } from './measurement.ts'
import { startServer } from './start-server.ts'

const peerNames = ['minimal-hono', 'oidc-provider', 'oauth2-mock-server'] as const

/** How fast the two requests of the autonomous flow are answered, beside other servers. */
export const tokenRate: Measurement = async (surroundings) => {
  const agentid = await startServer<Ready>(onTheCore(serveCommand(surroundings)))
  const peers = await Promise.all(peerNames.map((name) => startPeer(name)))
  try {
    const t1 = await send(t1Request(agentid))
    const { pid } = agentid
    return await contest(
      'Tokens per CPU-second over RSA-2048 signatures per CPU-second',
      [
        {
          name: 'T1 with a secret',
          pid,
          request: t1Request(agentid),
          target: { atLeast: 0.7 },
        },
        {
          name: 'agent token, which verifies T1',
          pid,
          request: redemption(agentid, t1),
          target: { atLeast: 0.6 },
        },
        ...peers.map((peer, at) => ({
          name: peerNames[at] ?? '',
          pid: peer.pid,
          request: peer.ready,
        })),
      ],
      surroundings,
    )
  } finally {
    await Promise.all([agentid.stop(), ...peers.map((peer) => peer.stop())])
  }
}
