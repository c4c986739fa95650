import { writeFileSync } from 'node:fs'
import { inProcessClient } from '../../../engine/clients/reference.ts'
import { runOnTarget } from '../../../engine/run/index.ts'
import { inProcessTarget } from '../../../engine/targets/in-process.ts'
import { faultsOfAgents } from './agents.ts'
import { faultsForPeople } from './people.ts'

const only = process.argv.slice(3)
const out: Record<string, unknown> = {}
const all = { 'base-people': (await import('../delegated-client/index.ts')).forPeopleByHand({}), 'base-agents': (await import('../unseen-client.ts')).writtenByHand({}), ...faultsForPeople, ...faultsOfAgents }
for (const [name, seams] of Object.entries(all)) {
  if (only.length > 0 && !only.includes(name)) continue
  const started = Date.now()
  const target = await inProcessTarget({ sleep: async () => {} })
  const verdict = await runOnTarget(target, { client: inProcessClient(name, seams), write: () => {}, isTty: false })
  const checks = verdict.subject.checks.filter(({ status }) => ['failed', 'warning', 'noted'].includes(status))
  const line = checks.map(({ id, status }) => `${id}:${status}`).join(' ')
  out[name] = { exit: verdict.exitCode, checks: checks.map(({ id, status, reason, stories }) => ({ id, status, reason, story: stories.find((s) => s.status === status)?.title })), problems: verdict.problems }
  console.log(`${name}\t${verdict.exitCode}\t${line}\t${verdict.problems.join(' ').slice(0, 200)}\t${Date.now() - started}ms`)
}
writeFileSync(process.argv[2] ?? '/tmp/out.json', JSON.stringify(out, null, 1))
