/**
 * The mock identity provider on runtimes other than Node: `createMockIdp` with Web Crypto, and no server.
 *
 * @module
 */
export {
  type ClockChange,
  createMockIdp,
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
  type RequestSummary,
  SandboxProblem,
  type StoredSigningKey,
  type Tenants,
} from './mock-idp/index.ts'
