import { secondsOf } from '../claims.ts'
import { duration, relativeTime } from '../times.ts'
import { type Check, oddity } from './oddity.ts'

/** The longest captured token is that of a managed identity: 86 700 seconds. */
const longestSeconds = 90_000
/** Microsoft advises 5 to 10 minutes. */
const longestAssertionSeconds = 3600

const hasExpired: Check = ({ claims }, nowMs) => {
  const exp = secondsOf(claims, 'exp')
  if (exp === undefined || exp * 1000 > nowMs) return undefined
  return oddity(
    `It expired ${relativeTime(exp * 1000, nowMs)}.`,
    'Get a new one, and renew the next one a few minutes before it expires.',
  )
}

const hasNotStarted: Check = ({ claims }, nowMs) => {
  const nbf = secondsOf(claims, 'nbf')
  if (nbf === undefined || nbf * 1000 <= nowMs) return undefined
  return oddity(
    `It is not valid yet: it starts ${relativeTime(nbf * 1000, nowMs)}.`,
    'Correct the clock of this machine, or of the machine that issued it.',
  )
}

const neverExpires: Check = ({ claims }) =>
  secondsOf(claims, 'exp') === undefined
    ? oddity('It does not say when it expires.', 'Refuse it: every token of Entra has an exp.')
    : undefined

const endsBeforeItStarts: Check = ({ claims }) => {
  const [from, until] = [secondsOf(claims, 'nbf'), secondsOf(claims, 'exp')]
  if (from === undefined || until === undefined || until > from) return undefined
  return oddity('It ends before it starts: it is never valid.', 'Check how exp is computed.')
}

const isLong: Check = ({ claims, kind }) => {
  const from = secondsOf(claims, 'iat') ?? secondsOf(claims, 'nbf')
  const until = secondsOf(claims, 'exp')
  if (from === undefined || until === undefined) return undefined
  const seconds = until - from
  const isAssertion = kind === 'client-assertion'
  if (seconds <= (isAssertion ? longestAssertionSeconds : longestSeconds)) return undefined
  return isAssertion
    ? oddity(
        `It is valid for ${duration(seconds)}, which is long for a client assertion.`,
        'Create a new one for every request, valid for 5 to 10 minutes, as Microsoft advises.',
      )
    : oddity(
        `It is valid for ${duration(seconds)}; captured tokens are valid for an hour, those of managed identities for a day.`,
        'Find out who issued it, or which policy extends it.',
      )
}

export const validityChecks: readonly Check[] = [
  hasExpired,
  hasNotStarted,
  neverExpires,
  endsBeforeItStarts,
  isLong,
]
