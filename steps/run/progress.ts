import type { Listener } from './collect-results.ts'
import type { ScenarioResult } from './scenario-result.ts'
import type { ScenarioOutcome } from './verdict.ts'

type View = {
  readonly write: (text: string) => void
  readonly isTty: boolean
  readonly columns?: number | undefined
  /** Shown beside the bar. */
  readonly title?: string | undefined
}

export type Progress = Required<Listener> & {
  /** Something that is being waited for. */
  readonly note: (text: string) => void
  readonly stop: () => void
}

const clearLine = '\r\u001b[2K'
const barWidth = 20
const refreshMs = 250

/** One live line on a terminal; elsewhere a line for each feature. Failures are told at once. */
export function createProgress(
  { write, isTty, columns = 80, title }: View,
  outcomeOf: (result: ScenarioResult) => ScenarioOutcome,
): Progress {
  const startedMs = Date.now()
  const features = new Map<string, FeatureCount>()
  const running: string[] = []
  let [planned, done] = [0, 0]
  let plannedOf: ReadonlyMap<string, number> = new Map()

  const draw = () => {
    if (!isTty || planned === 0) return
    const filled = Math.round((done / planned) * barWidth)
    const bar = '#'.repeat(filled).padEnd(barWidth, '-')
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
    const about = [title, running[0]].filter((text) => text !== undefined).join(': ')
    const line = `[${bar}] ${done}/${planned} ${seconds} s  ${about}`
    write(`${clearLine}${line.slice(0, columns - 1)}`)
  }
  const timer = isTty ? setInterval(draw, refreshMs) : undefined
  const tell = (text: string) => {
    write(isTty ? `${clearLine}${text}\n` : `${text}\n`)
    draw()
  }
  const endFeature = (file: string) => {
    const feature = features.get(file)
    features.delete(file)
    if (feature && !isTty) write(`${describeFeature(feature)}\n`)
  }
  /** Features may run side by side: one is over with its last scenario. */
  const count = ({ file, feature: name }: ScenarioResult, kind: Kind) => {
    const feature = features.get(file) ?? { name, kinds: [] }
    feature.kinds.push(kind)
    features.set(file, feature)
    if (feature.kinds.length === plannedOf.get(file)) endFeature(file)
  }

  return {
    note: tell,
    onPlanned: (countOfFile) => {
      plannedOf = countOfFile
      planned = [...countOfFile.values()].reduce((sum, one) => sum + one, 0)
    },
    onScenarioStarted: (name) => {
      running.push(name)
      draw()
    },
    onScenarioFinished: (result) => {
      done += 1
      running.splice(running.indexOf(result.name), 1)
      const outcome = outcomeOf(result)
      if (outcome.kind === 'failed' || outcome.kind === 'unusable') {
        tell(describeFailure(result, outcome))
      }
      for (const text of result.observations) tell(`OBSERVED  ${result.name}\n  ${text}`)
      count(result, outcome.kind)
    },
    stop: () => {
      clearInterval(timer)
      for (const file of [...features.keys()]) endFeature(file)
      if (isTty) write(clearLine)
    },
  }
}

type Kind = ScenarioOutcome['kind']

type FeatureCount = { readonly name: string; readonly kinds: Kind[] }

function describeFeature({ name, kinds }: FeatureCount): string {
  const count = (...wanted: readonly Kind[]) => kinds.filter((kind) => wanted.includes(kind)).length
  const others = [
    [count('failed', 'unusable'), 'failed'],
    [count('failed as expected'), 'failed as expected'],
    [count('not testable'), 'not testable'],
  ] as const
  const told = others.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  return `${name}: ${[`${count('passed')} passed`, ...told].join(', ')}`
}

function describeFailure(
  { name, file, line, step, reason, rules }: ScenarioResult,
  { broken }: ScenarioOutcome,
): string {
  const about = rules.length > 0 ? ` [${rules.join(', ')}]` : ''
  const others = broken.filter(({ id }) => !rules.includes(id))
  return [
    `FAILED  ${name}${about}`,
    `  at ${file}:${line}`,
    ...(step === undefined ? [] : [`  step: ${step}`, `  ${reason}`]),
    ...others.map((check) => `  ${check.id}: ${check.reason}`),
  ].join('\n')
}
