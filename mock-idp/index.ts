export type { ClockChange } from './clock.ts'
export { createMockIdp, type MockIdp, type MockIdpOptions } from './create-mock-idp.ts'
export { type Cloud, entraHosts, graphHosts } from './directory/clouds.ts'
export type { DirectoryDescription, TenantDescription } from './directory/description.ts'
export { DirectoryNotKept } from './directory/directory-not-kept.ts'
export { guidFromBytes, isGuid } from './directory/guid.ts'
export { sandboxTenant } from './directory/seed.ts'
export type { DirectoryState } from './directory-state.ts'
export type { Fault } from './faults/index.ts'
export type { GraphTokenRequest } from './graph-token.ts'
export type { Endpoint, JournalEntry } from './journal.ts'
export type { RequestSummary } from './recorder.ts'
export type {
  ClientRule,
  CurrentEvidence,
  EvidenceKind,
  EvidenceOf,
  Observation,
  RefusalRule,
  Rule,
} from './rules/index.ts'
export {
  cataloguedEvidence,
  describeObservation,
  evidenceAt,
  evidenceOn,
  findRule,
  isGraphRule,
  isRefusalRule,
  isRelaxable,
  latestOf,
  observations,
  observedForDays,
  rules,
} from './rules/index.ts'
export type { LifetimesChange } from './tenant-lifetimes.ts'
export { type Variables, variablesOf } from './variables.ts'
