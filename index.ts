/**
 * The mock identity provider on Node: without a port (`createMockIdp`) or over https (`startMockIdp`).
 *
 * @module
 */
export {
  type ClockChange,
  createMockIdp,
  DataFolderError,
  type DirectoryDescription,
  DirectoryNotKept,
  DirectoryProblem,
  entraHosts,
  type Fault,
  type GraphTokenRequest,
  graphHosts,
  type JournalEntry,
  type LifetimesChange,
  type MockIdp,
  type MockIdpOptions,
  makeSigningKey,
  type NamedTenantDescription as TenantDescription,
  RemoteNotAllowed,
  type RequestSummary,
  type RunningMockIdp,
  SandboxProblem,
  type StartOptions,
  StateFileError,
  type StoredSigningKey,
  startMockIdp,
  type Tenants,
  type Variables,
} from './mock-idp/node.ts'
