import {
  createMockIdp as createOnAnyRuntime,
  type MockIdp,
  type MockIdpOptions,
} from './create-mock-idp.ts'
import { nodePlatform } from './keys/node-platform.ts'

export { defaultDataFolder } from './files/data-folder.ts'
export { DataFolderError } from './files/data-folder-error.ts'
export * from './index.ts'
export { RemoteNotAllowed } from './server/listening-address.ts'
export { type RunningMockIdp, startMockIdp } from './server/start-mock-idp.ts'
export type { StartOptions } from './server/start-options.ts'
export { trustLines } from './server/tls/trust-environment.ts'
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
 * const keys = await idp.fetch(new Request(`https://localhost/${tenantId}/discovery/v2.0/keys`))
 * console.log(await keys.json())
 * ```
 *
 * @throws {DirectoryProblem} if the directory cannot be used; it names every mistake and its place
 */
export function createMockIdp(options: MockIdpOptions = {}): Promise<MockIdp> {
  return createOnAnyRuntime({ platform: nodePlatform, ...options })
}
