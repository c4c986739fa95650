/** Whether a client learns nothing from a token: no part of it is JSON, plain or in base64url. */
export function isOpaque(token: string): boolean {
  if (token === '') return false
  return [token, ...token.split('.')].every((part) => {
    return !part.startsWith('{') && !Buffer.from(part, 'base64url').toString().startsWith('{"')
  })
}
