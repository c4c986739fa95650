import type { StoryStep } from '../../reports/report.ts'
import type { ScenarioTrail } from '../scenario/scenario-trail.ts'

/** How one scenario ended. */
export type ScenarioStatus = 'passed' | 'failed' | 'not testable' | 'unusable'

export type ScenarioResult = {
  readonly name: string
  readonly feature: string
  readonly file: string
  readonly line: number
  /** Ids of the rules that it tests. */
  readonly rules: readonly string[]
  readonly status: ScenarioStatus
  /** Why it failed, is not testable or is invalid. */
  readonly reason: string
  /** The step that failed. */
  readonly step: string | undefined
  readonly steps: readonly StoryStep[]
  /** The difference, if it failed. */
  readonly difference: DifferenceFacts | undefined
  readonly trail: ScenarioTrail | undefined
  readonly observations: readonly string[]
  readonly seconds: number
}

export type DifferenceFacts = {
  readonly what: string
  readonly expected: string
  readonly actual: string
}
