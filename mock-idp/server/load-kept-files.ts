import { pick } from './pick.ts'
import { loadOrMakeSeedCertificate } from './seed-certificate.ts'
import type { StartOptions } from './start-options.ts'
import { loadOrMakeSigningKeys } from './stored-signing-keys.ts'
import { loadOrMakeTls, type TlsMaterial } from './tls/tls-material.ts'

/** What the data folder keeps from start to start; made where it is missing. */
export async function loadKeptFiles(options: StartOptions, extraHosts: readonly string[]) {
  const place = placeOf(options)
  const [tls, signingKeys, seedCertificate] = await Promise.all([
    loadTls(options, extraHosts),
    loadOrMakeSigningKeys(place),
    options.directory ? undefined : loadOrMakeSeedCertificate(place),
  ])
  return { tls, signingKeys, seedCertificate }
}

/** The certificates of the server alone: a mock that runs for long looks again whether they end. */
export function loadTls(
  options: StartOptions,
  extraHosts: readonly string[],
): Promise<TlsMaterial> {
  return loadOrMakeTls({ ...placeOf(options), extraHosts })
}

function placeOf(options: StartOptions) {
  const now = new Date((options.now ?? Date.now)())
  return { folder: options.dataFolder, now, ...pick(options, ['warn', 'publicRoots']) }
}
