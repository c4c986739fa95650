import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { openDataFolder, publishFile, readPrivateFile, succeedFile } from '../files/data-folder.ts'
import { damaged } from '../files/data-folder-error.ts'
import { makeSigningKey } from '../keys/make-signing-key.ts'
import type { StoredSigningKey } from '../keys/signing-key.ts'
import { parseKeyAndCertificate } from './tls/key-and-certificate.ts'

/** Where signing keys are kept, how many there are to be, and the time. */
export type StoredSigningKeysOptions = {
  /** The user's own data folder when left out. */
  readonly folder?: string | undefined
  /** How many keys the server publishes; 3 when left out. */
  readonly count?: number
  readonly now: Date
  /** Takes one sentence for a log, when the file had to be closed to others. */
  readonly warn?: (message: string) => void
}

/**
 * The keys that sign tokens, from `signing-keys.json` (0600) in the folder. They are made once, so
 * that a later start is quick and tokens outlive a restart; keys are added when more are asked for,
 * and replaced when their certificate has ended.
 *
 * @returns exactly `count` keys, always in the same order
 * @throws DataFolderError when the folder cannot be used, or the file is damaged
 */
export async function loadOrMakeSigningKeys(
  options: StoredSigningKeysOptions,
): Promise<readonly StoredSigningKey[]> {
  const { count = 3, now, warn } = options
  const file = join(await openDataFolder(options.folder), 'signing-keys.json')
  const stored = await readPrivateFile(file, warn)
  const kept =
    stored === undefined ? [] : parseKeys(stored, file).filter((key) => isValid(key, now))
  if (kept.length >= count) return kept.slice(0, count)

  const missing = Array.from({ length: count - kept.length }, () => makeSigningKey({ now }))
  const content = `${JSON.stringify([...kept, ...(await Promise.all(missing))], null, 2)}\n`
  const agreed =
    stored === undefined
      ? await publishFile(file, content)
      : await succeedFile(file, stored, content)
  const keys = parseKeys(agreed, file)
  return keys.length >= count ? keys.slice(0, count) : loadOrMakeSigningKeys(options)
}

function parseKeys(text: string, file: string): readonly StoredSigningKey[] {
  const keys = parseJson(text, file)
  if (!Array.isArray(keys)) throw damaged(file, 'a JSON list of signing keys')
  return keys.map((key: unknown) => checkedKey(key, file))
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw damaged(file, 'a JSON list of signing keys', error)
  }
}

function checkedKey(value: unknown, file: string): StoredSigningKey {
  if (!isStoredSigningKey(value)) throw damaged(file, 'signing keys with a certificate each')
  const { privateKeyPem, certificatePem } = value
  const { key } = parseKeyAndCertificate(`${privateKeyPem}\n${certificatePem}`, file)
  if (key.asymmetricKeyType !== 'rsa') throw damaged(file, 'RSA signing keys')
  return { privateKeyPem, certificatePem }
}

function isStoredSigningKey(value: unknown): value is StoredSigningKey {
  if (typeof value !== 'object' || value === null) return false
  if (!('privateKeyPem' in value && 'certificatePem' in value)) return false
  return typeof value.privateKeyPem === 'string' && typeof value.certificatePem === 'string'
}

function isValid(key: StoredSigningKey, now: Date): boolean {
  return Date.parse(new X509Certificate(key.certificatePem).validTo) > now.getTime()
}
