import { urlSafe } from './secret-parts.ts'

/** A text as it is and as a reader could decode it. */
export type Reading = { readonly how: string; readonly text: string }

/** Runs that may be base64 of something, long enough to hold a secret. Linear: no run is read twice. */
const base64Run = /[A-Za-z0-9+/_-]{12,}/g
const hexRun = /(?:[0-9a-fA-F]{2}){8,}/g
/** Bytes as Node shows a Buffer, `65 79 4a`, and as JSON writes one, `[101,121,74]`. */
const hexBytes = /\b[0-9a-fA-F]{2}(?:[ :][0-9a-fA-F]{2}){7,}\b/g
const byteList = /\b\d{1,3}(?:, ?\d{1,3}){7,}\b/g

/** All readings of an output: escapes undone, base64 and hexadecimal decoded, once and once more. */
export function readingsOf(text: string): readonly Reading[] {
  const plain: Reading = { how: '', text }
  const first = [plain, ...decoded(plain)]
  return [...first, ...first.slice(1).flatMap(decoded)]
}

function decoded({ how, text }: Reading): readonly Reading[] {
  const readings: readonly Reading[] = [
    { how: 'percent-encoded', text: percentDecoded(text) },
    { how: 'escaped', text: unescaped(text) },
    { how: 'in base64', text: decodedRuns(text, base64Run, 'base64') },
    { how: 'in hexadecimal', text: decodedRuns(text, hexRun, 'hex') },
    { how: 'as bytes', text: bytesIn(text) },
    { how: 'in base64url', text: urlSafe(text.replace(/\\[nr]|\s/g, '')) },
  ]
  return readings
    .filter((one) => one.text !== '' && one.text !== text)
    .map((one) => ({ how: how === '' ? one.how : `${one.how}, ${how}`, text: one.text }))
}

/** What is no escape stays. A plus may stand for a space or for itself, and both are read. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return ''
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}

/** Of JSON and of source text: `\u002b`, `\x2b`, `\/`, `\n`, and the entities of a page. */
function unescaped(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return ''
  return text
    .replace(/\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})/g, (_, four = '', two = '') =>
      String.fromCharCode(Number.parseInt(`${four}${two}`, 16)),
    )
    .replaceAll('\\n', '\n')
    .replace(/\\(["\\/])/g, '$1')
    .replace(/&(amp|quot|lt|gt|#x2[bB]|#43);/g, (entity, name: string) => entities[name] ?? entity)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  '#x2b': '+',
  '#x2B': '+',
  '#43': '+',
}

function bytesIn(text: string): string {
  const hex = (text.match(hexBytes) ?? []).map((run) => Buffer.from(run.replace(/\W/g, ''), 'hex'))
  const lists = (text.match(byteList) ?? []).map((run) => Buffer.from(run.split(',').map(Number)))
  return [...hex, ...lists].map((bytes) => bytes.toString('latin1')).join('\n')
}

function decodedRuns(text: string, run: RegExp, encoding: 'base64' | 'hex'): string {
  return (text.match(run) ?? [])
    .map((found) => Buffer.from(found, encoding).toString('latin1'))
    .join('\n')
}
