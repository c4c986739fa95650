import { decodeBackslashes, decodeEntities, decodePercent } from './decode-escapes.ts'
import { decodeLists } from './decode-lists.ts'
import { decodeBase64, decodeHex } from './decode-runs.ts'
import { type Reading, readText } from './reading.ts'

/** A reading, and what was decoded to get it, in words: `in base64`. Empty: the text as it stands. */
export type NamedReading = Reading & { readonly how: string }

/** A secret in a form in a JWT in a form is as deep as real requests go. */
const mostDecodings = 3

/** A decoded byte takes nine bytes of memory, so that a long text is read piece by piece. */
const longestPiece = 1_048_576
/** Pieces have so much in common, more than any secret takes up. */
const overlap = 65_536

const decoders: readonly (readonly [how: string, decode: (of: Reading) => readonly Reading[]])[] = [
  ['percent-encoded', decodePercent],
  ['escaped', decodeBackslashes],
  ['escaped', decodeEntities],
  ['in base64', decodeBase64],
  ['in hexadecimal', decodeHex],
  ['as bytes', decodeLists],
]

/**
 * A text as it stands, and everything that it is when it is decoded, in up to three ways inside one another. The one
 * place that knows how a secret can be written. The work grows with the text.
 * @param shortest - what has fewer bytes is left out
 */
export function* readingsOf(text: string, shortest: number): Generator<NamedReading> {
  for (let begins = 0; begins === 0 || begins + overlap < text.length; ) {
    const piece = text.slice(begins, begins + longestPiece)
    yield* readingsOfPiece({ ...readText(piece, begins), how: '' }, shortest)
    begins += longestPiece - overlap
  }
}

function* readingsOfPiece(plain: NamedReading, shortest: number): Generator<NamedReading> {
  yield plain
  let latest: readonly NamedReading[] = [plain]
  for (let depth = 0; depth < mostDecodings && latest.length > 0; depth++) {
    latest = latest.flatMap(decodingsOf).filter(({ bytes }) => bytes.length >= shortest)
    yield* latest
  }
}

function decodingsOf(reading: NamedReading): readonly NamedReading[] {
  return decoders.flatMap(([how, decode]) =>
    decode(reading).map((decoded) => ({
      ...decoded,
      how: reading.how === '' ? how : `${how}, ${reading.how}`,
    })),
  )
}
