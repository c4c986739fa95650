import { createValueIndex, stride } from '../../wire/known-values/value-index.ts'
import { secretParts } from './secret-parts.ts'

/** Finds the secrets of a run in bytes. Each answers the first place; minus one where there is none. */
export type SecretFinder = {
  readonly whole: (bytes: Uint8Array) => number
  readonly part: (bytes: Uint8Array) => number
  /** The text with spaces for the GUIDs that stand in no secret. */
  readonly withoutGuids: (text: string) => string
}

const finders = new WeakMap<readonly string[], SecretFinder>()

/** The same secrets are looked for in many texts. */
export function secretFinderOf(secrets: readonly string[]): SecretFinder {
  const finder = finders.get(secrets) ?? createSecretFinder(secrets)
  finders.set(secrets, finder)
  return finder
}

function createSecretFinder(secrets: readonly string[]): SecretFinder {
  const told = secrets.filter((secret) => secret.trim() !== '')
  const own = new Set(told.flatMap((secret) => secret.match(guids) ?? []))
  const part = finderOf(told.flatMap(secretParts))
  return {
    whole: finderOf(told.map((secret) => Buffer.from(secret))),
    // Almost no text holds one, so that most of them need not be rid of GUIDs.
    part: (bytes) => (part(bytes) < 0 ? -1 : part(bytesWithoutGuids(bytes, own))),
    withoutGuids: (text) => withoutGuids(text, own),
  }
}

function finderOf(values: readonly Uint8Array[]): (bytes: Uint8Array) => number {
  const index = createValueIndex('exactly')
  const short: Uint8Array[] = []
  for (const value of values) {
    if (value.length < stride) short.push(value)
    else index.add(value)
  }
  return (bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const places = [...short.map((value) => text.indexOf(value)), index.spans(bytes)[0]?.[0] ?? -1]
    return places.find((place) => place >= 0) ?? -1
  }
}

/** Also between other letters from a to f: where lines were joined, `Correlation` comes right after a trace id. */
const guids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/**
 * A secret is often a GUID, and output is full of others: eight characters of one, with the hyphens and the
 * version at their places, stand in another by chance in one run of thirty.
 */
function withoutGuids(text: string, own: ReadonlySet<string>): string {
  return text.replace(guids, (guid) => (own.has(guid) ? guid : ' '.repeat(guid.length)))
}

function bytesWithoutGuids(bytes: Uint8Array, own: ReadonlySet<string>): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const telling = withoutGuids(text, own)
  return telling === text ? bytes : Buffer.from(telling, 'latin1')
}
