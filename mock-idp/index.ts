export { createMockIdp, type MockIdp, type MockIdpOptions } from './create-mock-idp.ts'
export { type CloudNames, cloudOfHost, clouds, entraHosts, graphHosts } from './directory/clouds.ts'
export type { TenantDescription } from './directory/description.ts'
export { DirectoryNotKept } from './directory/directory-not-kept.ts'
export { DirectoryProblem } from './directory/directory-problem.ts'
export { guidFromBytes, isGuid } from './directory/guid.ts'
export type { DirectoryDescription, NamedTenantDescription } from './directory/named-description.ts'
export { sandboxTenant } from './directory/seed.ts'
export type { TokenOrder } from './forge/token-order.ts'
export type { JournalEntry } from './journal/journal.ts'
export type { RequestSummary } from './journal/recorder.ts'
export { makeSigningKey } from './keys/make-signing-key.ts'
export type { StoredSigningKey } from './keys/signing-key.ts'
export type { ClockChange } from './ports/clock.ts'
export type { Console, LentMock, OpenConsole } from './ports/console.ts'
export type {
  ClientRule,
  CurrentEvidence,
  Evidence,
  EvidenceKind,
  EvidenceOf,
  Observation,
  RefusalRule,
  Rule,
} from './rules/index.ts'
export {
  cataloguedEvidence,
  currentIdOf,
  describeObservation,
  evidenceAt,
  evidenceKinds,
  evidenceKindsOf,
  evidenceOn,
  findRule,
  hasSeverity,
  isGraphRule,
  isRefusalRule,
  isRelaxable,
  isSameEvidence,
  isStrong,
  latestOf,
  observations,
  observedForDays,
  rules,
} from './rules/index.ts'
export type { Fault } from './sandbox/faults/index.ts'
export { SandboxProblem } from './sandbox/sandbox-problem.ts'
export type { GraphTokenRequest } from './tenants/graph-token.ts'
export type { Tenants } from './tenants/tenants.ts'
export type { Variables } from './tenants/variables.ts'
export { knownHeaders } from './token-endpoint/authenticate-client/known-members.ts'
export type { LifetimesChange } from './tokens/tenant-lifetimes.ts'
