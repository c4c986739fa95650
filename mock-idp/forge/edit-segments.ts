import * as base64url from 'jose/base64url'
import { Unmakeable } from './unmakeable.ts'

/** A part of a token between its dots. */
export type Segment = 'header' | 'payload' | 'signature'

/**
 * One change of a token as text:
 * - `flipBit`: that bit of the bytes of the segment, counted from 0, is the other
 * - `keep`: so many characters of the segment are left
 * - `text`: the segment reads so
 * - `append`: the text follows the segment, or the whole token where no segment is named
 */
export type SegmentEdit =
  | { readonly segment: Segment; readonly flipBit: number }
  | { readonly segment: Segment; readonly keep: number }
  | { readonly segment: Segment; readonly text: string }
  | { readonly segment?: Segment | undefined; readonly append: string }

const places: readonly Segment[] = ['header', 'payload', 'signature']

/** @throws {Unmakeable} if a segment has no such bit */
export function editToken(token: string, edits: readonly SegmentEdit[]): string {
  return edits.reduce((text, edit) => {
    if (edit.segment === undefined) return `${text}${edit.append}`
    const at = places.indexOf(edit.segment)
    const parts = text.split('.')
    return parts.toSpliced(at, 1, edited(parts[at] ?? '', edit)).join('.')
  }, token)
}

function edited(segment: string, edit: SegmentEdit): string {
  if ('flipBit' in edit) return withBitFlipped(segment, edit.flipBit)
  if ('keep' in edit) return segment.slice(0, edit.keep)
  if ('text' in edit) return edit.text
  return `${segment}${edit.append}`
}

function withBitFlipped(segment: string, bit: number): string {
  const bytes = base64url.decode(segment)
  const at = Math.floor(bit / 8)
  const byte = bytes[at]
  if (byte === undefined)
    throw new Unmakeable(`there is no bit ${bit}: the segment has ${bytes.length * 8}`)
  return base64url.encode(bytes.with(at, byte ^ (0x80 >> (bit % 8))))
}
