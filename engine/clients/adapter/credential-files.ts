import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientCredential } from '../client-under-test.ts'
import type { AdapterCredential } from './protocol.ts'

/** A credential in the form that adapters receive, and its secret parts. */
export type HandedCredential = {
  readonly credential: AdapterCredential
  readonly secrets: readonly string[]
  /** Removes the files written for it. */
  readonly remove: () => Promise<void>
}

/** Writes certificates and keys as PEM files that only the owner can read, in a temporary folder. */
export async function handOver(credential: ClientCredential): Promise<HandedCredential> {
  const remove = async () => {}
  if (credential.type === 'secret') return { credential, secrets: [credential.value], remove }
  if (credential.type === 'assertionFile') return { credential, secrets: [], remove }
  if (credential.type === 'managedIdentity') {
    return { credential, secrets: credential.header ? [credential.header] : [], remove }
  }
  const folder = await mkdtemp(join(tmpdir(), 'agentid-credential-'))
  const [certificateFile, privateKeyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await writeFile(certificateFile, credential.certificatePem, { mode: 0o600 })
  await writeFile(privateKeyFile, credential.privateKeyPem, { mode: 0o600 })
  const sendX5c = credential.sendX5c ?? false
  return {
    credential: { type: 'certificate', certificateFile, privateKeyFile, sendX5c },
    secrets: [credential.privateKeyPem],
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
