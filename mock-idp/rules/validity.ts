/** Whether an assertion is used between its start and its expiry. Times are in seconds since 1970. */
export type ValidityFacts = {
  readonly started: boolean
  readonly expired: boolean
  readonly nowSeconds: number
  readonly notBeforeSeconds: number
  readonly expiresSeconds: number
}

export function outsideTimeRange(facts: ValidityFacts): string {
  const [now, from, until] = [facts.nowSeconds, facts.notBeforeSeconds, facts.expiresSeconds].map(
    sevenDigitTime,
  )
  return `Client assertion is not within its valid time range. Current time: ${now}, assertion valid from ${from}, expiry time of assertion ${until}. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .`
}

/** .NET's round-trip form with seven digits of a second, as in captured bodies. */
function sevenDigitTime(seconds: number): string {
  const time = new Date(seconds * 1000)
  if (Number.isNaN(time.getTime())) return String(seconds)
  return time.toISOString().replace('Z', '0000Z')
}
