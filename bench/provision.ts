import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type AgentidServer, startAgentid } from './agentid-server.ts'
import type { Measurement } from './measurement.ts'
import { summarize } from './statistics.ts'

/** `agentid provision` of the full set against a mock, until its variables are written; then `agentid teardown`. */
export const provision: Measurement = async (surroundings) => {
  const { dist, folder, quick, progress } = surroundings
  const server = await startAgentid(surroundings)
  const command = [join(dist, 'cli', 'agentid.js')]
  const [made, gone, help]: [number[], number[], number[]] = [[], [], []]
  try {
    const rounds = quick ? 2 : 7
    for (let round = 1; round <= rounds; round++) {
      progress(`provision and teardown, round ${round} of ${rounds}`)
      const file = join(folder, `provisioned-${round}.env`)
      const tenant = ['--tenant', server.ready.env.AGENTID_TENANT_ID ?? '']
      const named = [...tenant, '--domain', 'contoso.example', '--out', file]
      help.push(timed([...command, 'provision', '--help'], server))
      made.push(timed([...command, 'provision', ...named], server))
      gone.push(timed([...command, 'teardown', '--out', file], server))
    }
  } finally {
    await server.stop()
  }
  const row = { unit: 's', digits: 2 }
  return {
    title: 'Provision of the full set against the mock',
    rows: [
      { ...row, what: 'provision', measured: summarize(made), target: { atMost: 2 } },
      { ...row, what: 'teardown', measured: summarize(gone) },
      { ...row, what: 'provision --help, which does nothing', measured: summarize(help) },
    ],
    notes: ['wall time of the whole command, the start of Node included'],
  }
}

function timed(args: readonly string[], { ready }: AgentidServer): number {
  const env = { ...process.env, ...ready.env, AGENTID_CA_FILE: ready.caFile }
  const start = performance.now()
  execFileSync(process.execPath, args, { env, stdio: 'pipe' })
  return (performance.now() - start) / 1000
}
