import { runOnTarget } from '../../engine/run/index.ts'
import { inProcessTarget } from '../../engine/targets/in-process.ts'
import type { CorrectClient } from './correct-client.ts'

/** How many correct clients had nothing raised against them, and what the others were told. */
export type Alarms = { readonly silent: number; readonly alarms: readonly string[] }

/** Judges each by every scenario about clients, or those of the features that its habits are about. */
export async function judgeCorrectClients(
  clients: readonly CorrectClient[],
  write: (text: string) => void,
  tags?: string,
): Promise<Alarms> {
  const alarms: string[] = []
  for (const correct of clients) alarms.push(...(await alarmsOf(correct, tags)))
  for (const alarm of alarms) write(`  ${alarm}\n`)
  const loud = new Set(alarms.map((alarm) => alarm.split(': ')[0])).size
  const silent = clients.length - loud
  write(`correct clients: nothing raised against ${silent} of ${clients.length}\n`)
  return { silent, alarms }
}

async function alarmsOf(
  { client, notes, files }: CorrectClient,
  tags: string | undefined,
): Promise<readonly string[]> {
  const target = await inProcessTarget({ sleep: async () => {} })
  const verdict = await runOnTarget(target, { client, tags, files, write: () => {}, isTty: false })
  const raised = verdict.subject.checks.filter(
    ({ id, status }) =>
      ['failed', 'warning', 'error'].includes(status) ||
      (status === 'noted' && !notes.includes(id)),
  )
  const told = raised.map(({ id, status, reason, stories }) => {
    const story = stories.find((one) => one.status === status)
    return `${client.name}: ${id} (${status}) in '${story?.title}': ${reason}`
  })
  const unexplained = verdict.exitCode !== 0 && told.length === 0
  return [
    ...told,
    ...verdict.problems.map((problem) => `${client.name}: ${problem}`),
    ...(unexplained ? [`${client.name}: exit code ${verdict.exitCode}`] : []),
  ]
}
