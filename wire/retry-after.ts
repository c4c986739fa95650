const deltaSeconds = /^\d+$/
const httpDate = /^[A-Z][a-z]{2,8}, .+ GMT$/
const asctimeDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/

const parseDate = (text: string): number => {
  if (httpDate.test(text)) return Date.parse(text)
  if (asctimeDate.test(text)) return Date.parse(`${text} GMT`)
  return Number.NaN
}

/**
 * Reads the seconds to wait from a `Retry-After` header (RFC 9110 section 10.2.3): a number of seconds or
 * one of the three date forms. A date that has passed is 0; anything else is undefined.
 *
 * The forms are matched before `Date.parse`, which takes `-5` and `1.5` for dates.
 */
export const parseRetryAfter = (value: string | null, nowMs: number): number | undefined => {
  const text = value?.trim() ?? ''
  if (deltaSeconds.test(text)) return Math.min(Number(text), Number.MAX_SAFE_INTEGER)
  const dateMs = parseDate(text)
  if (Number.isNaN(dateMs)) return undefined
  return Math.max(0, Math.ceil((dateMs - nowMs) / 1000))
}
