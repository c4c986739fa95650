import type { Minting } from './minting.ts'
import { type MarkedKind, type Marking, markedText, tenantMarkedIn } from './tenant-mark.ts'

/** Without those that look alike, as in public captures such as FRWQDE7YL. */
const userCodeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const userCodeLength = 9

/** Those of public captures begin so too. */
const deviceCodeKind: MarkedKind = { prefix: 'FAQABAAEAAAA', byteCount: 180 }

/** Opaque to clients. */
export function newDeviceCode(tenantId: string, marking: Marking): string {
  return markedText(deviceCodeKind, tenantId, marking)
}

/** The tenant that a device code names. Undefined for what looks like none. */
export function tenantOfDeviceCode(deviceCode: string): string | undefined {
  return tenantMarkedIn(deviceCodeKind, deviceCode)
}

/** What a person types. Nobody guesses one in its fifteen minutes: there are 32 to the power of 9. */
export function newUserCode({ random }: Pick<Minting, 'random'>): string {
  const letters = Array.from({ length: userCodeLength }, () =>
    userCodeLetters.charAt(random.below(userCodeLetters.length)),
  )
  return letters.join('')
}
