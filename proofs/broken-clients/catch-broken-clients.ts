import { inProcessClient } from '../../engine/clients/reference.ts'
import { runOnTarget } from '../../engine/run/index.ts'
import type { Verdict } from '../../engine/run/verdict.ts'
import { type InProcessOptions, inProcessTarget } from '../../engine/targets/in-process.ts'
import { readFeatures } from '../read-features.ts'
import type { BrokenClient } from './broken-client.ts'

/** How many broken clients were caught by the rule that they break and by nothing else. */
export type CatchScore = {
  readonly caught: number
  readonly total: number
  /** What was found instead, of each that was not. */
  readonly misses: readonly string[]
}

/** All scenarios about clients, or as few as show the fault: those of the rule that is broken, or of `seenBy`. */
export type Scope = 'all scenarios' | 'scenarios of its rule'

/** Judges the client without a fault, which must pass, by all scenarios, and then each with one. */
export async function catchBrokenClients(
  write: (text: string) => void,
  clients: readonly BrokenClient[],
  scope: Scope,
): Promise<CatchScore> {
  const misses: string[] = []
  const falseAlarm =
    scope === 'all scenarios'
      ? alarmOf(await findingsOf({ name: 'the reference client', seams: {} }))
      : undefined
  if (falseAlarm !== undefined) misses.push(`the client without a fault: ${falseAlarm}`)
  for (const client of clients) {
    const miss = await (scope === 'all scenarios' ? missOf(client) : missOfItsRule(client))
    if (miss !== undefined) misses.push(`${client.name} (${client.breaks}): ${miss}`)
  }
  const escaped = misses.length - (falseAlarm === undefined ? 0 : 1)
  const caught = clients.length - escaped
  const where = scope === 'all scenarios' ? ' in all scenarios' : ''
  write(`broken clients${where}: caught ${caught} of ${clients.length}\n`)
  for (const miss of misses) write(`  ${miss}\n`)
  return { caught, total: clients.length, misses }
}

/** What was found of a client: broken rules, each with a scenario; and what could not be judged. */
type Found = {
  readonly broken: ReadonlyMap<string, string>
  readonly problems: readonly string[]
}

function alarmOf({ broken, problems }: Found): string | undefined {
  const found = [...broken].map(([check, where]) => `${check} broken in ${where}`)
  return [...found, ...problems].join('; ') || undefined
}

/** A rule that the fault breaks as well may be broken in other scenarios, so only what is found has to be expected. */
async function missOfItsRule(client: BrokenClient): Promise<string | undefined> {
  const { breaks, seenBy = breaks } = client
  return difference(await findingsOf(client, seenBy), [breaks], expectedOf(client))
}

const expectedOf = ({ breaks, alsoBreaks = [] }: BrokenClient) => [
  breaks,
  ...alsoBreaks.map(({ check }) => check),
]

function difference(
  { broken, problems }: Found,
  wanted: readonly string[],
  allowed: readonly string[],
): string | undefined {
  const missing = wanted.filter((check) => !broken.has(check))
  const unexpected = [...broken].filter(([check]) => !allowed.includes(check))
  const all = [
    ...missing.map((check) => `${check} is not broken`),
    ...unexpected.map(([check, where]) => `${check} is broken too, in ${where}`),
    ...problems,
  ]
  return all.join('; ') || undefined
}

async function missOf(client: BrokenClient): Promise<string | undefined> {
  const { breaks, toleratedBy } = client
  const expected = expectedOf(client)
  const miss = difference(await findingsOf(client), expected, expected)
  if (miss !== undefined || toleratedBy === undefined) return miss
  // A provider that refuses the fault must not hide it. Most are seen where the rule is looked at.
  const isSeen = async (ruleId?: string) =>
    (await findingsOf({ ...client, toleratedBy: [] }, ruleId)).broken.has(breaks)
  if ((await isSeen(breaks)) || (await isSeen())) return undefined
  return `${breaks} is not broken where the fault is refused`
}

/** @param ruleId - whose scenarios run. Default: all */
async function findingsOf(
  { name, seams, toleratedBy, needsRealTime }: Omit<BrokenClient, 'breaks'>,
  ruleId?: string,
): Promise<Found> {
  const options: InProcessOptions = {
    ...(toleratedBy && { waivedRules: toleratedBy }),
    ...(!needsRealTime && { sleep: atOnce }),
  }
  const client = inProcessClient(name, seams)
  const target = await inProcessTarget(options)
  const scenarios = ruleId === undefined ? {} : scenariosOf(ruleId)
  const verdict = await runOnTarget(target, { client, ...scenarios, write: () => {}, isTty: false })
  return found(verdict)
}

/** The files as well: to read all features takes longer than most of these runs. */
function scenariosOf(ruleId: string) {
  const about = readFeatures().flatMap(({ path, scenarios }) =>
    scenarios.some(({ rules }) => rules.includes(ruleId)) ? [path] : [],
  )
  return { tags: `@rule:${ruleId}`, files: about }
}

/** Nobody waits for a delayed answer: a client in this process has the time of the scenario. */
async function atOnce(): Promise<void> {}

function found({ subject: { checks }, problems }: Verdict): Found {
  const broken = new Map(
    checks
      .filter(({ status }) => ['failed', 'warning', 'noted'].includes(status))
      .map(({ id, status, stories, reason }) => {
        const story = stories.find((one) => one.status === status)
        return [id, `'${story?.title}' (${reason})`]
      }),
  )
  return { broken, problems }
}
