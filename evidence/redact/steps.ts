import { isKnownMember, treatments } from '../members.ts'
import type { Names } from '../names.ts'
import {
  answerHeaders,
  observationWords,
  parameterNames,
  requestHeaders,
  words,
} from '../vocabulary.ts'
import { codeShape, opaqueShape, shapeOf } from './shape.ts'

/**
 * The steps by which an exchange loses what is a tenant's own. Each is a function of its own, so that a test can
 * leave one out and see that it is missed.
 */
export type RedactionSteps = {
  /** A whole value of which nothing may be kept. */
  readonly shape: (value: string) => string
  readonly opaque: (value: string) => string
  readonly code: (value: string) => string
  /** What people call something, as long as it may be. */
  readonly personal: (value: string) => string
  readonly role: (value: string) => string
  /** A word between separators that no vocabulary holds. */
  readonly unknownWord: (word: string) => string
  /** A secret that has no name. */
  readonly secret: (value: string) => string
  /** A sentence of an error, in which only the number is known. */
  readonly prose: (sentence: string) => string
  /** A time in seconds since 1970. */
  readonly time: (seconds: number, sentAtSeconds: number) => string
  readonly date: (value: string, sentAtSeconds: number) => string
  readonly number: (value: number) => string | number
  /** A number of which nothing is known. */
  readonly unknownNumber: (value: number) => string | number
  /** The signature of a token. */
  readonly signature: (value: string) => string
  readonly keepsMember: (name: string) => boolean
  readonly keepsParameter: (name: string) => boolean
  readonly keepsRequestHeader: (name: string) => boolean
  readonly keepsAnswerHeader: (name: string) => boolean
  /** A body that is neither a form nor JSON. */
  readonly body: (text: string) => string
  /** Ids become names. */
  readonly names: (text: string, names: Names) => ReturnType<Names['split']>
  readonly wordOf: (set: 'exchange' | 'observation', word: string) => boolean
}

export const redactionSteps: RedactionSteps = {
  shape: shapeOf,
  opaque: opaqueShape,
  code: codeShape,
  personal: () => 'shape:text',
  role: (value) => (words.has(value) ? value : 'shape:role'),
  unknownWord: shapeOf,
  secret: () => 'shape:secret',
  prose: (sentence) => {
    const [number] = /^AADSTS\d{4,8}(?=:)/.exec(sentence) ?? []
    return number === undefined ? 'shape:prose' : `${number}: shape:prose`
  },
  time: (seconds, sentAtSeconds) => offset(seconds - sentAtSeconds),
  date: (value, sentAtSeconds) => {
    // Microsoft Graph writes universal time without saying so.
    const ms = Date.parse(/T[\d:.]+$/.test(value) ? `${value}Z` : value)
    if (Number.isNaN(ms)) return shapeOf(value)
    return `${shapeOf(value)} ${offset(ms / 1000 - sentAtSeconds)}`
  },
  number: (value) => (isSmall(value, 8) ? value : 'shape:number'),
  unknownNumber: () => 'shape:number',
  signature: codeShape,
  keepsMember: isKnownMember,
  keepsParameter: (name) => parameterNames.has(name),
  keepsRequestHeader: (name) => requestHeaders.has(name),
  keepsAnswerHeader: (name) => answerHeaders.has(name),
  body: (text) => (text === '' ? 'shape:empty' : 'shape:body'),
  names: (text, names) => names.split(text),
  wordOf: (set, word) =>
    treatments.has(word) || (set === 'exchange' ? words : observationWords).has(word),
}

function offset(seconds: number): string {
  const whole = Math.round(seconds)
  if (!isSmall(whole, 7)) return 'shape:number'
  return `time:${whole < 0 ? '' : '+'}${whole}s`
}

/** A longer number may be an id. */
function isSmall(value: number, digits: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 10 ** digits
}
