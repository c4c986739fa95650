import type { Listener } from './collect-results.ts'
import type { ScenarioResult } from './scenario-result.ts'

type View = {
  readonly write: (text: string) => void
  readonly isTty: boolean
  readonly columns?: number | undefined
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
export function createProgress({ write, isTty, columns = 80 }: View): Progress {
  const startedMs = Date.now()
  let [planned, done, current] = [0, 0, '']
  let feature: FeatureCount | undefined

  const draw = () => {
    if (!isTty || planned === 0) return
    const filled = Math.round((done / planned) * barWidth)
    const bar = '#'.repeat(filled).padEnd(barWidth, '-')
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
    const line = `[${bar}] ${done}/${planned} ${seconds} s  ${current}`
    write(`${clearLine}${line.slice(0, columns - 1)}`)
  }
  const timer = isTty ? setInterval(draw, refreshMs) : undefined
  const tell = (text: string) => {
    write(isTty ? `${clearLine}${text}\n` : `${text}\n`)
    draw()
  }
  const endFeature = () => {
    if (feature && !isTty) write(`${describeFeature(feature)}\n`)
    feature = undefined
  }

  return {
    note: tell,
    onPlanned: (count) => {
      planned = count
    },
    onScenarioStarted: (name) => {
      current = name
      draw()
    },
    onScenarioFinished: (result) => {
      done += 1
      if (feature?.name !== result.feature) endFeature()
      feature ??= { name: result.feature, passed: 0, failed: 0, notTestable: 0 }
      count(feature, result)
      const { status } = result
      if (status === 'failed' || status === 'unusable') tell(describeFailure(result))
      for (const text of result.observations) tell(`OBSERVED  ${result.name}\n  ${text}`)
    },
    stop: () => {
      clearInterval(timer)
      endFeature()
      if (isTty) write(clearLine)
    },
  }
}

type FeatureCount = { readonly name: string; passed: number; failed: number; notTestable: number }

function count(feature: FeatureCount, { status }: ScenarioResult): void {
  if (status === 'passed') feature.passed += 1
  else if (status === 'not testable') feature.notTestable += 1
  else feature.failed += 1
}

function describeFeature({ name, passed, failed, notTestable }: FeatureCount): string {
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(notTestable > 0 ? [`${notTestable} not testable`] : []),
  ]
  return `${name}: ${parts.join(', ')}`
}

function describeFailure({ name, file, line, step, reason, rules }: ScenarioResult): string {
  const about = rules.length > 0 ? ` [${rules.join(', ')}]` : ''
  return `FAILED  ${name}${about}\n  at ${file}:${line}\n  step: ${step}\n  ${reason}`
}
