/** The token as it would be valid for an hour longer, under the signature that it had before. */
export function withLaterEnd(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const changed = JSON.stringify({ ...claims, exp: claims.exp + 3600 })
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.')
}

/** The token with one bit of its signature flipped. */
export function withOtherSignature(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  const middle = bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return [header, payload, bytes.toString('base64url')].join('.')
}
