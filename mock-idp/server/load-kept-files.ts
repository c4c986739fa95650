import { pick } from './pick.ts'
import { loadOrMakeSeedCertificate } from './seed-certificate.ts'
import type { StartOptions } from './start-options.ts'
import { loadOrMakeSigningKeys } from './stored-signing-keys.ts'
import { loadOrMakeTls } from './tls/tls-material.ts'

/** What the data folder keeps from start to start; made where it is missing. */
export async function loadKeptFiles(options: StartOptions, extraHosts: readonly string[]) {
  const now = new Date((options.now ?? Date.now)())
  const place = { folder: options.dataFolder, now, ...pick(options, ['warn']) }
  const [tls, signingKeys, seedCertificate] = await Promise.all([
    loadOrMakeTls({ ...place, extraHosts }),
    loadOrMakeSigningKeys(place),
    options.directory ? undefined : loadOrMakeSeedCertificate(place),
  ])
  return { tls, signingKeys, seedCertificate }
}
