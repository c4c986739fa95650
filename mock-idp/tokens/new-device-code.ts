import type { Minting } from './minting.ts'

/** Without those that look alike, as in public captures such as FRWQDE7YL. */
const userCodeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const userCodeLength = 9

type Made = Pick<Minting, 'platform' | 'random'>

/** Opaque to clients; those of public captures begin like this. */
export function newDeviceCode({ platform, random }: Made): string {
  return `FAQABAAEAAAA${platform.encodeBytes(random.bytes(180))}`
}

/** What a person types. Nobody guesses one in its fifteen minutes: there are 32 to the power of 9. */
export function newUserCode({ random }: Pick<Minting, 'random'>): string {
  const letters = Array.from({ length: userCodeLength }, () =>
    userCodeLetters.charAt(random.below(userCodeLetters.length)),
  )
  return letters.join('')
}
