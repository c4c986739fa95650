import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DirectoryDescription } from '../index.ts'
import { type AgentidServer, startAgentid } from './agentid-server.ts'
import { askGraph } from './graph-request.ts'
import type { Measurement } from './measurement.ts'
import { accounting, cpuSeconds } from './server-process.ts'
import { summarize } from './statistics.ts'

const many = 100_000
const blueprints = ['20000000-be0c-4a11-8000-000000000001', '20000000-be0c-4a11-8000-000000000002']
const list = '/v1.0/servicePrincipals/microsoft.graph.agentIdentity'

/** What is asked of a directory of 100 000 agent identities. The last one is the reference: it filters nothing. */
const queries = {
  'one, by name': `?$filter=displayName eq 'Agent 99999'`,
  'ten, of a blueprint': `?$filter=agentIdentityBlueprintId eq '${blueprints[1]}'`,
  'by the start of a name': `?$filter=startswith(displayName,'Agent 9999')`,
  'the first page, unfiltered': '?$top=10',
}

/** `GET` with `$filter`, in rounds, after as many to warm up. */
export const graphList: Measurement = async (surroundings) => {
  const { quick, progress, folder } = surroundings
  const file = join(folder, 'graph-list.json')
  writeFileSync(file, JSON.stringify(directory()))
  progress(`directory of ${many} agent identities: loading`)
  const server = await startAgentid(surroundings, ['--directory', file])
  try {
    const [rounds, requests] = quick ? [3, 40] : [9, 100]
    const rows = []
    for (const [what, query] of Object.entries(queries)) {
      progress(`listing ${what}`)
      await measure(server, query, requests)
      const cpuMs: number[] = []
      for (let round = 1; round <= rounds; round++)
        cpuMs.push(await measure(server, query, requests))
      const isFiltered = query.includes('$filter')
      rows.push({
        what: `CPU of ${what}`,
        unit: 'ms',
        digits: 2,
        measured: summarize(cpuMs),
        ...(isFiltered && { target: { atMost: 10 } }),
      })
    }
    return { title: 'List with $filter over 100 000 agent identities', rows, notes: [accounting] }
  } finally {
    await server.stop()
  }
}

/** CPU milliseconds of one request. */
async function measure(server: AgentidServer, query: string, requests: number): Promise<number> {
  const before = cpuSeconds(server.pid)
  const path = `${list}${encodeURI(query)}`
  for (let sent = 0; sent < requests; sent++) await askGraph(server, { method: 'GET', path })
  return ((cpuSeconds(server.pid) - before) / requests) * 1000
}

function directory(): DirectoryDescription {
  const id = (kind: string, at: number) => `${kind}-be0c-4a11-8000-${String(at).padStart(12, '0')}`
  const agentIdentities = Array.from({ length: many }, (_, at) => ({
    id: id('30000000', at),
    displayName: `Agent ${at}`,
    blueprint: blueprints[at % 10_000 === 9_999 ? 1 : 0] ?? '',
  }))
  return {
    tenants: [
      {
        tenantId: id('10000000', 1),
        displayName: 'Bench',
        domains: ['bench.example'],
        blueprints: blueprints.map((appId, at) => ({
          appId,
          displayName: `Blueprint ${at}`,
          principal: { id: id('21000000', at + 1) },
        })),
        agentIdentities,
        users: [
          {
            id: id('70000000', 1),
            displayName: 'Administrator',
            userPrincipalName: 'administrator@bench.example',
            directoryRoles: ['Agent ID Administrator'],
          },
        ],
      },
    ],
  }
}
