import { guidFromBytes } from '../../mock-idp/index.ts'

/** The GUID in 22 base64url characters. */
export function decodeGuid(text: string): string | undefined {
  if (!/^[\w-]{22}$/.test(text)) return undefined
  return guidFromBytes(Buffer.from(text, 'base64url'))
}
