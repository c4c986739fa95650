import { secondsOf } from './claims.ts'
import type { Reading } from './reading.ts'
import { duration, localTime, relativeTime } from './times.ts'

/** Seconds since 1970 as local time, and how far from now. */
export const time: Reading = (value, _token, nowMs) => {
  const seconds = secondsOf({ value }, 'value')
  const shown = seconds === undefined ? undefined : localTime(seconds * 1000)
  if (seconds === undefined || shown === undefined) return undefined
  return `${shown}, ${relativeTime(seconds * 1000, nowMs)}`
}

export const expiry: Reading = (value, token, nowMs) => {
  const shown = time(value, token, nowMs)
  const [from, until] = [secondsOf(token.claims, 'iat'), secondsOf({ value }, 'value')]
  if (shown === undefined || from === undefined || until === undefined) return shown
  return `${shown}; ${duration(until - from)} after iat`
}
