import { generateKeyPairSync } from 'node:crypto'

/** The ways in which clients write a secret down. */
export const encodings: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'in capitals': (secret) => secret.toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'in a form': form,
  'in JSON': (secret) => JSON.stringify(secret).slice(1, -1),
  'in base64': (secret) => Buffer.from(`id:${secret}`).toString('base64'),
  'in base64url': (secret) => Buffer.from(`a:${secret}`).toString('base64url'),
  'in base64 in small letters': (secret) => Buffer.from(secret).toString('base64').toLowerCase(),
  'in hexadecimal': (secret) => Buffer.from(secret).toString('hex'),
  'as a list of bytes': (secret) => [...Buffer.from(secret)].join(','),
}

function form(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}

/**
 * Whether a text shows a secret in any of these encodings and in any letter case. It shares nothing with what hides
 * secrets: it writes the secret down in every way and looks for that.
 */
export function shows(text: string, secret: string): boolean {
  const lowered = text.toLowerCase()
  return spellings(secret).some((spelling) => lowered.includes(spelling.toLowerCase()))
}

function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const capitals = Buffer.from(secret.toUpperCase())
  return [
    ...[secret, encodeURIComponent(secret), form(secret)],
    ...[secret, encodeURIComponent(secret)].map((text) => JSON.stringify(text).slice(1, -1)),
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    ...[bytes, capitals, Buffer.from(encodeURIComponent(secret))].flatMap(inBase64),
    bytes.toString('hex'),
    [...bytes].join(','),
  ]
}

/** What the base64 of everything with these bytes has in common. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url')
    const inner = whole.slice(before === 0 ? 0 : 4, -4)
    return [inner, inner.replaceAll('-', '+').replaceAll('_', '/')]
  })
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A private key that no mock knows. */
export const strangeKey = {
  pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  jwk: privateKey.export({ format: 'jwk' }),
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JWT that no mock knows. Only its signature makes it a secret. */
export function strangeJwt(signature: string, header: object = {}, claims: object = {}): string {
  const signed = `${encode({ alg: 'RS256', kid: 'one', ...header })}.${encode({ sub: 'x', ...claims })}`
  return `${signed}.${Buffer.from(signature).toString('base64url')}`
}
