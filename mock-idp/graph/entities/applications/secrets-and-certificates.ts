import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { CertificateCredential, ClientSecret } from '../../../directory/credential.ts'
import { keyIsCertificate } from '../../../rules/graph/credentials.ts'
import type { GraphCall } from '../../call/graph-call.ts'
import { dateTime } from '../../show/property-table.ts'
import { nullableText, timestamp } from '../../write/values.ts'

export const passwordInput = z.object({
  displayName: nullableText(256).optional(),
  startDateTime: timestamp.nullable().optional(),
  endDateTime: timestamp.nullable().optional(),
  hint: nullableText(3).optional(),
  secretText: nullableText(64).optional(),
  keyId: z.guid().nullable().optional(),
  customKeyIdentifier: nullableText(64).optional(),
})

export const keyInput = z.object({
  displayName: nullableText(256).optional(),
  startDateTime: timestamp.nullable().optional(),
  endDateTime: timestamp.nullable().optional(),
  type: z.string(),
  usage: z.string(),
  key: z.string().nullable().optional(),
  keyId: z.guid().nullable().optional(),
  customKeyIdentifier: nullableText(64).optional(),
})

/** Only the answer to addPassword shows the secret; a hint is its first three characters. */
export function passwordCredential({ keyId, displayName, value, startMs, endMs }: ClientSecret) {
  return {
    customKeyIdentifier: null,
    displayName: displayName ?? null,
    endDateTime: dateTime(endMs),
    hint: value.slice(0, 3),
    keyId,
    secretText: null,
    startDateTime: dateTime(startMs),
  }
}

/** The key itself is shown where `keyCredentials` is selected. */
export function keyCredential(certificate: CertificateCredential) {
  const { keyId, displayName, thumbprints, startMs, endMs } = certificate
  return {
    customKeyIdentifier: thumbprints.at(-1) ?? null,
    displayName: displayName ?? null,
    endDateTime: dateTime(endMs),
    key: null as string | null,
    keyId,
    startDateTime: dateTime(startMs),
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
  }
}

export function keyCredentialWithKey(certificate: CertificateCredential) {
  return { ...keyCredential(certificate), key: certificate.pem.replace(/-----[^-]+-----|\s/g, '') }
}

/** 40 characters with `~` in them, as generated secrets have; 16 to 64 are documented. */
const secretLength = 40
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'

/** A password as Microsoft Graph generates it: it holds from now for two years unless told otherwise. */
export function newSecret(
  { nowMs, world }: GraphCall,
  { displayName, startDateTime, endDateTime }: z.output<typeof passwordInput>,
): ClientSecret {
  const startMs = startDateTime ? Date.parse(startDateTime) : nowMs
  const value = Array.from(
    { length: secretLength },
    () => letters[world.random.below(letters.length)],
  )
  return {
    keyId: world.random.guid(),
    displayName: displayName ?? undefined,
    value: value.join(''),
    startMs,
    endMs: endDateTime ? Date.parse(endDateTime) : twoYearsAfter(startMs),
  }
}

/** The answer that shows a secret: once. */
export function shownSecret(secret: ClientSecret) {
  return { ...passwordCredential(secret), secretText: secret.value }
}

function twoYearsAfter(startMs: number): number {
  const end = new Date(startMs)
  return end.setUTCFullYear(end.getUTCFullYear() + 2)
}

/** @throws {Refusal} under KEY-CERTIFICATE */
export async function newCertificate(
  { world, examination }: GraphCall,
  { key, keyId, type, usage, displayName, startDateTime, endDateTime }: z.output<typeof keyInput>,
): Promise<CertificateCredential> {
  const pem = pemOf(key ?? '')
  const facts = await world.platform.readCertificate(pem).catch(() => undefined)
  const isCertificate = facts !== undefined && type === 'AsymmetricX509Cert' && usage === 'Verify'
  enforce([keyIsCertificate], { isCertificate }, examination)
  const { thumbprints = [], notBeforeMs = 0, notAfterMs = 0 } = facts ?? {}
  return {
    keyId: keyId?.toLowerCase() ?? world.random.guid(),
    displayName: displayName ?? undefined,
    pem,
    thumbprints,
    startMs: startDateTime ? Date.parse(startDateTime) : notBeforeMs,
    endMs: endDateTime ? Date.parse(endDateTime) : notAfterMs,
  }
}

/** The key is base64 of the DER form, or of the PEM form. */
function pemOf(key: string): string {
  const text = /^LS0t/.test(key) ? fromBase64(key) : key
  if (text.includes('BEGIN CERTIFICATE')) return text
  const lines = text.replace(/\s/g, '').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function fromBase64(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
