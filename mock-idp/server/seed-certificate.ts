import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { openDataFolder, publishFile, readPrivateFile, replaceFile } from '../files/data-folder.ts'
import { makeSigningKey } from '../keys/make-signing-key.ts'

/** The certificate credential of Concierge in the seeded directory, as files that a client can be given. */
export type SeedCertificate = {
  readonly certificateFile: string
  readonly keyFile: string
  readonly certificatePem: string
}

/**
 * Made on the first start and kept: a private key cannot be part of a published directory.
 * @throws DataFolderError when the folder cannot be used
 */
export async function loadOrMakeSeedCertificate(options: {
  readonly folder: string | undefined
  readonly now: Date
}): Promise<SeedCertificate> {
  const folder = await openDataFolder(options.folder)
  const certificateFile = join(folder, 'concierge-certificate.pem')
  const keyFile = join(folder, 'concierge-key.pem')
  const bundleFile = join(folder, 'concierge.pem')

  const stored = await readPrivateFile(bundleFile)
  const present = stored ?? (await publishFile(bundleFile, await makeBundle(options.now)))
  const bundle = isOver(present, options.now) ? await makeBundle(options.now) : present
  if (bundle !== present) await replaceFile(bundleFile, bundle)

  const [keyPem = '', certificatePem = ''] = bundle.split(separator)
  // Written from the bundle, so that of two processes that start at once both write the same pair.
  await keepFile(keyFile, keyPem)
  await keepFile(certificateFile, certificatePem)
  return { certificateFile, keyFile, certificatePem }
}

/** Whether Concierge was described with the certificate: a kept directory can have another, or no Concierge. */
export function isOfConcierge(
  { certificatePem }: SeedCertificate,
  described: readonly CompleteTenantDescription[],
): boolean {
  const blueprints = described.flatMap((tenant) => tenant.blueprints)
  const concierge = blueprints.find(({ appId }) => appId === seedIds.concierge)
  return concierge?.certificates.some(({ pem }) => pem === certificatePem) ?? false
}

const separator = /(?=-----BEGIN CERTIFICATE-----)/

async function makeBundle(now: Date): Promise<string> {
  const { privateKeyPem, certificatePem } = await makeSigningKey({ now, commonName: 'Concierge' })
  return `${privateKeyPem}${certificatePem}`
}

async function keepFile(file: string, content: string): Promise<void> {
  if ((await readPrivateFile(file)) !== content) await replaceFile(file, content)
}

function isOver(bundle: string, now: Date): boolean {
  return Date.parse(new X509Certificate(bundle).validTo) <= now.getTime()
}
