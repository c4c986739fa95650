import { readFile } from 'node:fs/promises'
import { ClientConfigurationError } from '../client-configuration-error.ts'
import { requireText } from '../ids.ts'
import { assertionParameters, type Credential, fingerprint } from './credential.ts'

const readAssertion = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ClientConfigurationError(`cannot read the assertion file (${error.code}): ${path}`)
  })
  const assertion = text.trim()
  if (assertion === '') throw new ClientConfigurationError(`the assertion file is empty: ${path}`)
  return assertion
}

/**
 * Authenticates with an assertion that another program keeps up to date in a file, such as the
 * projected service account token of Kubernetes workload identity.
 *
 * The client reads the file anew for every request and before every look into the cache: an assertion
 * kept in memory goes stale (AADSTS700024), and a replaced one makes earlier tokens unusable here.
 *
 * @param path Path of the file. White space around its content is ignored.
 * @throws {ClientConfigurationError} The path is blank. When you acquire a token: the file is
 *   unreadable or empty.
 *
 * @example
 * ```ts
 * import { assertionFile } from 'agentid-conformance/client'
 *
 * const credential = assertionFile('/var/run/secrets/azure/tokens/azure-identity-token')
 * ```
 *
 * @see {@link https://learn.microsoft.com/entra/workload-id/workload-identity-federation}
 */
export const assertionFile = (path: string): Credential => {
  const file = requireText(path, 'assertion file path')
  return {
    kind: 'assertion-file',
    cacheKey: async () => fingerprint('assertion-file', file, await readAssertion(file)),
    authenticate: async () => assertionParameters(await readAssertion(file)),
  }
}
