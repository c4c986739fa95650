export {
  type Comparison,
  compareEvidence,
  type RuleComparison,
  type RuleFacts,
} from './compare/compare-evidence.ts'
export { describeComparison } from './compare/describe-comparison.ts'
export { buildEvidence, type RunFacts } from './folder/build.ts'
export { readEvidence } from './folder/read.ts'
export { checkEvidenceFolder, saveEvidence } from './folder/save.ts'
export type {
  EvidenceSet,
  EvidenceTarget,
} from './format.ts'
export type { Identity } from './names.ts'
export {
  createRecorder,
  type EvidenceRecorder,
  type ScenarioRecording,
} from './recorder.ts'
export { authorityHosts, publicHosts } from './vocabulary.ts'
