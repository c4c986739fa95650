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
  /** A running scenario. */
  readonly note: (text: string) => void
  readonly stop: () => void
}

const clearLine = '\r\u001b[2K'
const barWidth = 20
const refreshMs = 250

/** Shows one live line on a terminal, and otherwise a line per feature. Prints failures at once. */
export function createProgress(
  { write, isTty, columns, title }: View,
  outcomeOf: (result: ScenarioResult) => ScenarioOutcome,
): Progress {
  // A terminal that does not know its width reports 0.
  const width = columns || 80
  const startedMs = Date.now()
  const features = new Map<string, FeatureCount>()
  const running: string[] = []
  const unusable = new Set<string>()
  const roots = new Set<string>()
  let [planned, done] = [0, 0]
  let plannedOf: ReadonlyMap<string, number> = new Map()

  const draw = () => {
    if (!isTty || planned === 0) return
    const filled = Math.round((done / planned) * barWidth)
    const bar = '#'.repeat(filled).padEnd(barWidth, '-')
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
    const about = [title, running[0]].filter((text) => text !== undefined).join(': ')
    const line = `[${bar}] ${done}/${planned} ${seconds} s  ${about}`
    write(`${clearLine}${line.slice(0, width - 1)}`)
  }
  const timer = isTty ? setInterval(draw, refreshMs) : undefined
  const tell = (text: string) => {
    write(isTty ? `${clearLine}${text}\n` : `${text}\n`)
    draw()
  }
  /** A scenario that fails only because of what it is not about tells nothing new after the first. */
  const isNews = ({ rules }: ScenarioResult, { broken }: ScenarioOutcome) => {
    if (broken.length === 0 || broken.some(({ id }) => rules.includes(id))) return true
    const text = broken.map(({ id, reason }) => `${id} ${reason}`).join()
    const isFirst = !roots.has(text)
    roots.add(text)
    return isFirst
  }
  const endFeature = (file: string) => {
    const feature = features.get(file)
    features.delete(file)
    if (feature && !isTty) write(`${describeFeature(feature)}\n`)
  }
  /** Features may run in parallel: each one ends with its last scenario. */
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
      if (outcome.kind === 'failed' && isNews(result, outcome)) {
        tell(describeFailure(result, outcome))
      }
      if (outcome.kind === 'unusable' && unusable.size === 0) {
        // The summary tells the reason, once for all scenarios.
        tell(`COULD NOT BE JUDGED  ${titleAndPlace(result)}`)
      }
      if (outcome.kind === 'unusable') unusable.add(result.reason)
      for (const { text, isAboutAnswer } of result.observations) {
        if (!isAboutAnswer) tell(`OBSERVED  ${result.name}\n  ${text}`)
      }
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
  const others = ['failed', 'failed as expected', 'observed', 'not testable', 'unusable'] as const
  const count = (wanted: Kind) => kinds.filter((kind) => kind === wanted).length
  const told = others.filter((kind) => count(kind) > 0).map((kind) => `${count(kind)} ${kind}`)
  return `${name}: ${[`${count('passed')} passed`, ...told].join(', ')}`
}

function describeFailure(result: ScenarioResult, { broken }: ScenarioOutcome): string {
  const others = broken
    .filter(({ id }) => !result.rules.includes(id))
    .map((check) => `  ${check.id}: ${check.reason}`)
  return [`FAILED  ${describeScenario(result)}`, ...others].join('\n')
}

function describeScenario(result: ScenarioResult): string {
  const { step, reason } = result
  const why = step === undefined ? [] : [`  step: ${step}`, `  ${reason}`]
  return [titleAndPlace(result), ...why].join('\n')
}

function titleAndPlace({ name, file, line, rules }: ScenarioResult): string {
  const about = rules.length > 0 ? ` [${rules.join(', ')}]` : ''
  return `${name}${about}\n  at ${file}:${line}`
}
