import type { z } from 'zod'
import { enforce } from '../../answers/enforce.ts'
import type { CertificateCredential, ClientSecret } from '../../directory/credential.ts'
import { keyIsCertificate } from '../../rules/graph/credentials.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { passwordCredential } from '../entities/credentials.ts'
import type { keyInput, passwordInput } from './schemas.ts'

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
