import { createHash } from 'node:crypto'

const sealLength = 16

/**
 * Puts a digest of a row before its value: a flipped bit that leaves JSON, such as another letter in a name, is
 * found at the next start.
 * @param place what else the row holds: a value that is in another row is not what was written either
 */
export function seal(value: string, place: readonly string[]): string {
  return `${digestOf(value, place)}${value}`
}

/**
 * The value, if it is what `seal` was given.
 * @throws TypeError for anything else
 */
export function unseal(text: string, place: readonly string[]): string {
  const value = text.slice(sealLength)
  if (text.slice(0, sealLength) === digestOf(value, place)) return value
  throw new TypeError('its digest does not match')
}

function digestOf(value: string, place: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(place)).update(value)
  return hash.digest('hex').slice(0, sealLength)
}
