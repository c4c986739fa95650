import type { StoryStep } from '../../reports/report.ts'
import type { ScenarioTrail } from '../scenario/scenario-trail.ts'

/** How one scenario ended. */
export type ScenarioStatus = 'passed' | 'failed' | 'observed' | 'not testable' | 'unusable'

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
  readonly observations: readonly ScenarioObservation[]
  readonly seconds: number
}

/** How a real tenant differs from a rule that no strong evidence shows. */
export type ScenarioObservation = {
  readonly text: string
  /** Whether the request was refused, only in another way: a correct tenant may do so too. */
  readonly isAboutAnswer: boolean
}

export type DifferenceFacts = {
  readonly what: string
  readonly expected: string
  readonly actual: string
  /** The kind of token that differs, if it is about one. */
  readonly token?: string | undefined
}
