import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** What a program wrote to one stream. */
export type Written = {
  readonly text: string
  /** False: it wrote more than is kept. */
  readonly isWhole: boolean
}

/** In characters; some programs run for hours. */
const mostKept = 32 * 1_048_576

/** Keeps what comes by as text, from its beginning, without a change to what others read of the stream. */
export function keepText(stream: Readable, most = mostKept): () => Written {
  const decoder = new StringDecoder('utf8')
  const parts: string[] = []
  let length = 0
  let isWhole = true
  stream.on('data', (chunk: Buffer) => {
    const text = decoder.write(chunk)
    const kept = text.slice(0, Math.max(0, most - length))
    isWhole &&= kept.length === text.length
    length += kept.length
    parts.push(kept)
  })
  return () => ({ text: parts.join(''), isWhole })
}
