import { privateKeysIn } from '../token-shapes.ts'

/** Shorter numbers, such as the public exponent and versions, are in every key. */
const shortest = 16
/** The first number so long is the modulus of an RSA key, which is public. */
const leastModulus = 64

const integer = 0x02
const octets = 0x04
const sequence = 0x30
const constructed = 0x20

/**
 * The secret numbers of the private keys in a text, as bytes: PEM, DER and JWK all hold them, each in its own
 * encoding. Of an encrypted key it is what is encrypted.
 */
export function privateNumbersIn(text: string): readonly Uint8Array[] {
  return privateKeysIn(text).flatMap(([from, to]) => {
    const key = bytesOf(text.slice(from, to))
    return key ? withoutModulus(leavesIn(key)) : []
  })
}

function bytesOf(pem: string): Uint8Array | undefined {
  const body = pem.replace(/-----[^-]*-----|^[\w-]+:.*$|\s/gm, '')
  try {
    return Uint8Array.from(atob(body), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

type Leaf = { readonly tag: number; readonly bytes: Uint8Array }

function withoutModulus(leaves: readonly Leaf[]): readonly Uint8Array[] {
  const modulus = leaves.find(({ tag, bytes }) => tag === integer && bytes.length >= leastModulus)
  return leaves
    .filter((leaf) => leaf !== modulus && leaf.bytes.length >= shortest)
    .map(({ bytes }) => bytes)
}

/** The numbers and octet strings in DER (X.690), in their order. */
function leavesIn(der: Uint8Array): readonly Leaf[] {
  const leaves: Leaf[] = []
  for (let at = 0; at < der.length; ) {
    const element = elementAt(der, at)
    if (!element) return leaves
    const { tag, bytes, next } = element
    if ((tag & constructed) !== 0 || isWrapped(tag, bytes)) leaves.push(...leavesIn(bytes))
    else if (tag === integer)
      leaves.push({ tag, bytes: bytes[0] === 0 ? bytes.subarray(1) : bytes })
    else if (tag === octets) leaves.push({ tag, bytes })
    at = next
  }
  return leaves
}

/** PKCS #8 holds the key of its algorithm within an octet string. */
function isWrapped(tag: number, bytes: Uint8Array): boolean {
  if (tag !== octets || (bytes[0] !== sequence && bytes[0] !== octets)) return false
  return elementAt(bytes, 0)?.next === bytes.length
}

function elementAt(der: Uint8Array, at: number) {
  const tag = der[at] ?? 0
  const first = der[at + 1] ?? 0
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  const begins = at + 2 + lengthBytes
  let length = first < 0x80 ? first : 0
  for (let one = at + 2; one < begins; one++) length = length * 256 + (der[one] ?? 0)
  const next = begins + length
  return next > der.length ? undefined : { tag, bytes: der.subarray(begins, next), next }
}
