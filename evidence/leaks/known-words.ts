import { isKnownMember, unknownMembers } from '../members.ts'
import {
  answerHeaders,
  observationWords,
  parameterNames,
  requestHeaders,
  words,
} from '../vocabulary.ts'
import type { Leaf } from './leak.ts'

const ownMembers =
  'step request method path query headers form body answer status header claims signature exchanges observations'
const names: ReadonlySet<string> = new Set([
  ...ownMembers.split(' '),
  ...parameterNames,
  ...requestHeaders,
  ...answerHeaders,
  unknownMembers,
])
const castWords = new Set(
  (
    'Contoso Fabrikam Concierge Courier Porter Booking Billing Parcel Outpost Luggage Trolley Intranet Provisioner ' +
    'Ada Bea Carlos Dana Assistant Clerk Uma Agent owners Guards user name token graph application new administrator concierge-host Microsoft Graph ' +
    'Orders Ledger API the token exchange address of object secret in a upper case another as bytes hex network ' +
    'URL without hyphens authority host nobody tenantid one two three four five six seven eight nine many ' +
    'assertion certificate'
  ).split(' '),
)

const label = /\{([A-Za-z][A-Za-z -]{0,60})\}/g
const shape =
  /shape:[a-z0-9]{1,12}(\((\d{1,3}|\d{1,3}-\d{1,3}|257\+|0{4}-00-00[T ]00:00:00(\.0+)?(Z|[+-]00:00)?)\))?/g
const time = /time:[+-]\d{1,9}s/g
const facets = /^facets( \d{1,2}| even)*$/
const number = /^AADSTS\d{4,8}: ?/
const separator = /[/:?&=,;|\s"'()<>@#]+/

/** Whether a part of an exchange is made of nothing but labels, shapes and words of the protocol. */
export function isKnownText({ text, isName }: Leaf, place: 'exchange' | 'observation'): boolean {
  if (isName) return names.has(text) || isKnownMember(text)
  if (/^-?\d{1,8}$|^true$|^false$|^null$/.test(text) || facets.test(text)) return true
  const vocabulary = place === 'exchange' ? words : observationWords
  const rest = text
    .replace(number, '')
    .replace(label, (whole, inner: string) =>
      inner.split(' ').every((word) => castWords.has(word)) ? '' : whole,
    )
    .replace(shape, '')
    .replace(time, '')
  return rest
    .split(separator)
    .every(
      (word) =>
        word === '' ||
        vocabulary.has(word) ||
        names.has(word) ||
        isKnownMember(word) ||
        isCodeName(word, place),
    )
}

/** Rule ids and numbers, of which only observations speak. */
function isCodeName(word: string, place: 'exchange' | 'observation'): boolean {
  return (
    place === 'observation' && /^(AADSTS\d{4,8}|\d{1,7}|[A-Z][A-Z0-9]*(-[A-Z0-9]+)+)$/.test(word)
  )
}
