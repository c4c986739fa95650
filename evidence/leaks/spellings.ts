/** Every way in which a value that is known may be written down: no spelling of it may be found. */
export function spellingsOf(value: string): readonly string[] {
  const raw = Buffer.from(value)
  const plain = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ v: value }).toString().slice(2),
    JSON.stringify(value).slice(1, -1),
    raw.toString('hex'),
    ...inBase64(raw),
    ...guidBytes(value).flatMap((bytes) => [bytes.toString('hex'), ...inBase64(bytes)]),
    ...signatureOf(value),
  ]
  return [...new Set(plain)].filter((spelling) => spelling.length >= shortest)
}

/** What is shorter occurs by chance. */
export const shortest = 8

/** Base64 depends on where in a longer text the value begins: what all of its neighbours have in common. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const from = Math.ceil((before * 8) / 6)
    const ownBits = (before + bytes.length) * 8
    const inner = shifted.slice(from, Math.floor(ownBits / 6))
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function guidBytes(value: string): readonly Buffer[] {
  const hex = value.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/i.test(hex)) return []
  const bytes = Buffer.from(hex, 'hex')
  const reversed = Buffer.from(bytes)
  reversed.subarray(0, 4).reverse()
  reversed.subarray(4, 6).reverse()
  reversed.subarray(6, 8).reverse()
  return [bytes, reversed]
}

/** Of a token, its signature proves that somebody had it. */
function signatureOf(value: string): readonly string[] {
  const [header, claims, signature, ...more] = value.split('.')
  const isJwt = header?.startsWith('eyJ') && claims !== undefined && more.length === 0
  return isJwt && signature !== undefined ? [signature, claims] : []
}
