import { readJwt } from '../jwt.ts'
import { privateNumbersIn } from './private-numbers.ts'

const encoder = new TextEncoder()

/** So many bytes of a private number are looked for at a time: any part of twice the length holds them. */
const numberPart = 24

/**
 * What gives a value away although it is not the value in another encoding: the signature of a token, the numbers of a
 * private key, the bytes of a GUID.
 */
export function otherFormsOf(value: string): readonly Uint8Array[] {
  const signature = readJwt(value)?.signature ?? ''
  return [
    ...(signature === '' ? [] : [encoder.encode(signature)]),
    ...privateParts(value),
    ...bytesOfGuid(value),
  ]
}

/** The numbers of the private keys in a value, in parts of which one alone gives the key away. */
export function privateParts(value: string): readonly Uint8Array[] {
  return privateNumbersIn(value).flatMap((number) => blocks(number, numberPart))
}

/** One after another: every part of twice the length holds one of them. */
function blocks(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  if (bytes.length < 2 * size) return [bytes]
  const count = Math.floor(bytes.length / size)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

/** As RFC 9562 orders them, and as Microsoft does, which reverses the first three groups. */
function bytesOfGuid(value: string): readonly Uint8Array[] {
  const hex = value.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/i.test(hex)) return []
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  const reversed = bytes.slice()
  reversed.subarray(0, 4).reverse()
  reversed.subarray(4, 6).reverse()
  reversed.subarray(6, 8).reverse()
  return [bytes, reversed]
}
