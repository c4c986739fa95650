import {
  createMockIdp as createOnAnyRuntime,
  loadCheck,
  type MockIdp,
  type MockIdpOptions,
} from './create-mock-idp.ts'
import { nodePlatform } from './keys/node-platform.ts'
import { type RunningMockIdp, startServer } from './server/start-mock-idp.ts'
import type { StartOptions } from './server/start-options.ts'

export { defaultDataFolder } from './files/data-folder.ts'
export { DataFolderError } from './files/data-folder-error.ts'
export * from './index.ts'
export { RemoteNotAllowed } from './server/listening-address.ts'
export { type RunningMockIdp, startServer } from './server/start-mock-idp.ts'
export type { StartOptions } from './server/start-options.ts'
export { addingTrustLines, bundleFiles, trustLines } from './server/tls/trust-environment.ts'
export { isMockAuthority } from './server/tls/trust-files.ts'
export { StateFileError } from './state/state-file-error.ts'

/**
 * Makes a mock of the Microsoft Entra token endpoint for agent identities, and of Microsoft Graph, without a port.
 * It signs with the cryptography of Node: about twice as many signatures a second as with Web Crypto.
 *
 * @example
 * ```ts
 * import { createMockIdp } from 'agentid-conformance'
 *
 * const idp = await createMockIdp()
 * const { tenantId } = await idp.tenants.create()
 * const keys = await idp.fetch(`https://localhost/${tenantId}/discovery/v2.0/keys`)
 * console.log(await keys.json())
 * ```
 *
 * @throws {DirectoryProblem} if the directory cannot be used; it names every mistake and its place
 */
export function createMockIdp(options: MockIdpOptions = {}): Promise<MockIdp> {
  return createOnAnyRuntime({ platform: nodePlatform, ...options })
}

/**
 * Starts the mock over https, with a certificate authority of its own, and over http if you name a port for it.
 *
 * @example
 * ```ts
 * import { startMockIdp } from 'agentid-conformance'
 *
 * const idp = await startMockIdp({ port: 0 })
 * console.log(idp.authorityHost, idp.variables.AGENTID_TENANT_ID)
 * await idp.close()
 * ```
 *
 * @throws {RemoteNotAllowed} for a host that is not loopback, without `allowRemote`
 * @throws {TypeError} for one of `publicHosts` that is no host name or address
 * @throws {DataFolderError} when the data folder cannot be used
 * @throws {StateFileError} when the state file cannot be used; the file is unchanged
 * @throws {DirectoryProblem} when the directory cannot be used
 * @throws the error of the operating system when a port is taken (`EADDRINUSE`)
 */
export async function startMockIdp(options: StartOptions = {}): Promise<RunningMockIdp> {
  const [idp, check] = await Promise.all([startServer(options), loadCheck()])
  return { ...idp, tenants: check(idp.tenants) }
}
