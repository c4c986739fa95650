import {
  type EvidenceIndex,
  type EvidenceSet,
  type EvidenceTarget,
  evidenceFormat,
  type ScenarioEvidenceFile,
} from '../format.ts'
import { createNames } from '../names.ts'
import type { EvidenceRecorder } from '../recorder.ts'
import { redactionSteps } from '../redact/steps.ts'
import { redactText } from '../redact/text.ts'

/** What a run says of one scenario. Reasons and observations are in its own words. */
export type ScenarioFacts = {
  readonly title: string
  readonly feature: string
  readonly file: string
  /** By which the recorder knows it. */
  readonly place: string
  readonly rules: readonly string[]
  readonly status: 'passed' | 'failed' | 'observed' | 'not testable' | 'unusable'
  readonly reason: string
  readonly steps: ScenarioEvidenceFile['steps']
  readonly observations: readonly string[]
}

export type RunFacts = {
  readonly day: string
  readonly tool: EvidenceIndex['tool']
  readonly target: EvidenceTarget
}

/** Everything that a run leaves as evidence, in the order of the features. */
export function buildEvidence(
  run: RunFacts,
  scenarios: readonly ScenarioFacts[],
  recorder: EvidenceRecorder,
): EvidenceSet {
  const files = scenarios.map((facts) => scenarioFile(facts, recorder))
  const ordered = files.sort((a, b) => compareTexts(keyOf(a), keyOf(b)))
  const names = fileNames(ordered)
  const index = {
    format: evidenceFormat,
    ...run,
    scenarios: ordered.map(({ title, rules, status, exchanges }, number) => ({
      title,
      file: names[number] ?? '',
      rules,
      status,
      exchanges: exchanges.length,
    })),
  } as const
  return { index, scenarios: ordered }
}

function scenarioFile(facts: ScenarioFacts, recorder: EvidenceRecorder): ScenarioEvidenceFile {
  const { title, feature, file, rules, status, reason, steps, observations, place } = facts
  return {
    format: evidenceFormat,
    title,
    feature,
    file: file.replaceAll('\\', '/'),
    rules,
    status,
    missing: reason.match(/AGENTID_[A-Z_]+/g) ?? [],
    steps,
    observations: observations.map(redactObservation),
    exchanges: recorder.exchangesOf(place),
  }
}

function redactObservation(text: string): string {
  const names = createNames([])
  const redaction = { steps: redactionSteps, names, sentAtSeconds: 0, tokens: new Map() }
  // Rule ids, statuses and numbers are no words of a vocabulary.
  return text
    .split(/(\bAADSTS\d{4,8}\b|\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b|\b\d{1,7}\b)/)
    .map((part, index) =>
      index % 2 === 1 || part === '' ? part : redactText(part, redaction, 'observation'),
    )
    .join('')
}

const keyOf = ({ file, title }: ScenarioEvidenceFile) => `${file} ${title}`

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** `scenarios/blueprint/obtaining-t1/t1-names-the-agent-identity.json` */
function fileNames(scenarios: readonly ScenarioEvidenceFile[]): readonly string[] {
  const taken = new Set<string>()
  return scenarios.map(({ file, title }) => {
    const folder = file.replace(/^features\//, '').replace(/\.feature$/, '')
    const name = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 100)
    let unique = `scenarios/${folder}/${name}.json`
    for (let next = 2; taken.has(unique); next += 1)
      unique = `scenarios/${folder}/${name}-${next}.json`
    taken.add(unique)
    return unique
  })
}
