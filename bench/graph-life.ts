import { type AgentidServer, redemption, startAgentid, t1Request } from './agentid-server.ts'
import { askGraph } from './graph-request.ts'
import { send } from './load.ts'
import type { Measurement } from './measurement.ts'
import type { Row } from './report.ts'
import { accounting, cpuSeconds } from './server-process.ts'
import { summarize } from './statistics.ts'

type Round = { readonly lives: number; readonly wallSeconds: number; readonly cpuSeconds: number }

/** An agent identity made through Microsoft Graph, its T1 and its token: one after another, beside the tokens alone. */
export const graphLife: Measurement = async (surroundings) => {
  const { quick, progress } = surroundings
  const count = quick ? 100 : 1_000
  const server = await startAgentid(surroundings)
  try {
    const sponsor = await administrator(server)
    await rounds(server, 50, () => life(server, sponsor, 'warm-up'))
    progress(`${count} agent identities, each made and used`)
    const made = await rounds(server, count, (at) => life(server, sponsor, `Agent ${at}`))
    const { AGENTID_AGENT_ID: known = '' } = server.ready.env
    progress(`${count} times the tokens of one that is there`)
    const reference = await rounds(server, count, () => tokens(server, known))
    return {
      title: `Create, T1 and agent token for ${count} agent identities, one after another`,
      rows: [
        ...rowsOf('create and tokens', made),
        ...rowsOf('tokens alone', reference),
        {
          what: 'CPU of create and tokens over tokens alone',
          unit: '',
          digits: 2,
          measured: summarize([made.cpuSeconds / reference.cpuSeconds]),
        },
      ],
      notes: [accounting],
    }
  } finally {
    await server.stop()
  }
}

async function administrator(server: AgentidServer): Promise<string> {
  const { id } = await askGraph(server, { method: 'GET', path: '/v1.0/me?$select=id' })
  return String(id)
}

async function life(server: AgentidServer, sponsor: string, displayName: string): Promise<void> {
  const { id } = await askGraph(server, {
    method: 'POST',
    path: '/v1.0/servicePrincipals/microsoft.graph.agentIdentity',
    body: {
      displayName,
      agentIdentityBlueprintId: server.ready.env.AGENTID_BLUEPRINT_CLIENT_ID,
      'sponsors@odata.bind': [`https://graph.microsoft.com/v1.0/users/${sponsor}`],
    },
  })
  await tokens(server, String(id))
}

async function tokens(server: AgentidServer, agentId: string): Promise<void> {
  const t1 = await send(t1Request(server, agentId))
  await send(redemption(server, t1, agentId))
}

async function rounds(
  { pid }: AgentidServer,
  lives: number,
  act: (at: number) => Promise<void>,
): Promise<Round> {
  const cpuBefore = cpuSeconds(pid)
  const start = performance.now()
  for (let at = 0; at < lives; at++) await act(at)
  const wallSeconds = (performance.now() - start) / 1000
  return { lives, wallSeconds, cpuSeconds: cpuSeconds(pid) - cpuBefore }
}

function rowsOf(what: string, { lives, wallSeconds, cpuSeconds: cpu }: Round): readonly Row[] {
  return [
    { what, unit: '/s', measured: summarize([lives / wallSeconds]) },
    {
      what: `${what}: CPU`,
      unit: 'ms each',
      digits: 2,
      measured: summarize([(cpu / lives) * 1000]),
    },
  ]
}
