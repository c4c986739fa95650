import {
  createMockIdp as createOnAnyRuntime,
  type MockIdp,
  type MockIdpOptions,
} from './create-mock-idp.ts'
import { nodePlatform } from './keys/node-platform.ts'

export { DataFolderError } from './files/data-folder-error.ts'
export * from './index.ts'
export { makeSigningKey } from './keys/make-signing-key.ts'
export type { StoredSigningKey } from './keys/signing-key.ts'
export { RemoteNotAllowed } from './server/listening-address.ts'
export { type RunningMockIdp, startMockIdp } from './server/start-mock-idp.ts'
export type { StartOptions } from './server/start-options.ts'
export { type TrustLine, trustLines } from './server/tls/trust-environment.ts'
export { StateFileError } from './state/state-file-error.ts'

/** `createMockIdp` of any runtime, with the cryptography of Node: about twice as many signatures a second. */
export function createMockIdp(options: MockIdpOptions = {}): Promise<MockIdp> {
  return createOnAnyRuntime({ platform: nodePlatform, ...options })
}
