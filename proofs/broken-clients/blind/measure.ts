import { inProcessClient } from '../../../engine/clients/reference.ts'
import { runOnTarget } from '../../../engine/run/index.ts'
import { inProcessTarget } from '../../../engine/targets/in-process.ts'
import { forPeopleByHand } from '../delegated-client/index.ts'
import { writtenByHand } from '../unseen-client.ts'
import { faultsOfAgents } from './agents.ts'
import { faultsForPeople } from './people.ts'

const narrow: readonly (readonly [RegExp, string])[] = [
  [/^obo-(key|cache|evicts|sticky|flight|field)/, 'delegated-caching delegated-recipients scopes claims-challenges'],
  [/^obo-(fixed|ext|until|stale|remembers|refusal)/, 'delegated-renewals delegated-consent'],
  [/^obo-(retries|hides|claims|as-|null|app-|passes|replaces)/, 'delegated-consent claims-challenges on-behalf-of-unusable'],
  [/^obo-(error|log)/, 'delegated-secrecy'],
  [/^obo-(assertion)/, 'delegated-secrecy on-behalf-of'],
  [/^obo-(other|accepts)/, 'delegated-recipients'],
  [/^obo-t1/, 'on-behalf-of delegated-renewals delegated-recipients'],
  [/^obo/, 'on-behalf-of on-behalf-of-unusable scopes'],
  [/^au-(key|never|race)/, 'delegated-caching scopes'],
  [/^au-(app|hands|retries)/, 'delegated-consent agent-users'],
  [/^au-log/, 'delegated-secrecy'],
  [/^au/, 'agent-users'],
  [/^rt-in/, 'delegated-secrecy'],
  [/^rt/, 'delegated-renewals'],
  [/^app-(expiry|margin|renews)/, 'long-runs renewing caching'],
  [/^app-(key|scope|fail)/, 'caching alike-ids two-tenants lasting-failures'],
  [/^app-(retry|blocks|retries)/, 'waiting retrying'],
  [/^app-(secret|no-)/, 'secrecy errors obtaining'],
  [/^app-(error-in|other)/, 'recipients mixed-answers success-answers'],
  [/^app-(follows|http)/, 'credentials-elsewhere transport answers hosts'],
  [/^app-(hands|blueprint)/, 'credentials-elsewhere recipients retrying'],
  [/^app/, 'sending tenants'],
  [/^mi/, 'machines credentials clouds'],
  [/^cert/, 'assertions unique-assertions expired-assertions two-tenants'],
  [/^file/, 'assertion-files credentials proofs'],
]

const [, , list = 'people', mode = 'narrow', ...only] = process.argv
const base = { reference: {}, 'hand people': forPeopleByHand({}), 'hand agents': writtenByHand({}) }
const all = list === 'base' ? base : list === 'people' ? faultsForPeople : faultsOfAgents
for (const [name, seams] of Object.entries(all)) {
  if (only.length > 0 && !only.includes(name)) continue
  const started = process.cpuUsage()
  const names = narrow.find(([pattern]) => pattern.test(name))?.[1].split(' ') ?? []
  const given = mode !== 'narrow' && mode !== 'all' ? mode.split(',') : undefined
  const files = mode !== 'all' ? { files: (given ?? names).map((one) => `features/client/${one}.feature`) } : {}
  const target = await inProcessTarget({ sleep: async () => {} })
  const verdict = await runOnTarget(target, { client: inProcessClient(name, seams), ...files, write: () => {}, isTty: false })
  if (list === 'base') for (const { id, status, reason, stories } of verdict.subject.checks) if (status !== 'passed') console.log(id, status, reason, stories.filter((s) => s.status !== 'passed').map(({ title }) => title))
  const checks = verdict.subject.checks.filter(({ status }) => ['failed', 'warning', 'noted'].includes(status))
  const { user, system } = process.cpuUsage(started)
  const line = checks.map(({ id, status }) => `${id}:${status}`).join(' ')
  console.log(`${name}\t${verdict.exitCode}\t${line}\t${verdict.problems.join(' ').slice(0, 200)}\t${Math.round((user + system) / 1000)}ms`)
}
