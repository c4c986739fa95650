const guid = /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i
const jwt = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/
const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/
const url = /^[a-z][a-z0-9+.-]*:\/\//i
/** Up to here a length is kept; it tells what an id or a key is. */
const exactUpTo = 48

/** What a value looks like, with nothing of the value in it. */
export function shapeOf(value: string): string {
  if (value === '') return 'shape:empty'
  if (guid.test(value)) return 'shape:guid'
  if (time.test(value)) return `shape:time(${value.replace(/\.\d+/, '').replace(/\d/g, '0')})`
  if (/^\d+$/.test(value)) return `shape:digits(${lengthClass(value)})`
  if (jwt.test(value)) return 'shape:jwt'
  if (url.test(value)) return 'shape:url'
  return encodedShape(value) ?? `shape:text(${roughLength(value)})`
}

function encodedShape(value: string): string | undefined {
  const isLong = value.length >= 16
  if (!isLong) return undefined
  if (/^[0-9a-f]+$/i.test(value)) return `shape:hex(${lengthClass(value)})`
  const isVaried = /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value)
  if (!isVaried) return undefined
  if (/^[\w-]+$/.test(value)) return `shape:base64url(${lengthClass(value)})`
  return /^[\w+/-]+=*$/.test(value) ? `shape:base64(${lengthClass(value)})` : undefined
}

/** Of a key, a signature or an id in base64: it may lack digits by chance. */
export function codeShape(value: string): string {
  if (guid.test(value)) return 'shape:guid'
  if (/^[0-9a-f]{16,}$/i.test(value)) return `shape:hex(${lengthClass(value)})`
  if (/^[\w-]+$/.test(value)) return `shape:base64url(${lengthClass(value)})`
  return /^[\w+/-]+=*$/.test(value) ? `shape:base64(${lengthClass(value)})` : shapeOf(value)
}

/** Of a value that only its issuer reads: its length varies from one to the next. */
export function opaqueShape(value: string): string {
  return value === '' ? 'shape:empty' : `shape:opaque(${roughLength(value)})`
}

function lengthClass(value: string): string {
  return value.length <= exactUpTo ? String(value.length) : roughLength(value)
}

function roughLength({ length }: string): string {
  if (length <= 16) return '1-16'
  if (length <= 32) return '17-32'
  if (length <= 96) return '33-96'
  return length <= 256 ? '97-256' : '257+'
}
