const twoDigits = (number: number) => String(Math.floor(number)).padStart(2, '0')

/** ISO 8601 with the offset of this machine; undefined beyond what a date can hold. */
export function localTime(ms: number): string | undefined {
  const offset = -new Date(ms).getTimezoneOffset()
  const local = new Date(ms + offset * 60_000)
  if (Number.isNaN(local.getTime())) return undefined
  const sign = offset < 0 ? '-' : '+'
  const [hours, minutes] = [Math.abs(offset) / 60, Math.abs(offset) % 60]
  const time = local.toISOString().replace(/\.\d+Z$/, '')
  return offset === 0 ? `${time}Z` : `${time}${sign}${twoDigits(hours)}:${twoDigits(minutes)}`
}

const units = [
  ['day', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

const spell = (count: number, unit: string): string =>
  unit === 'day' && count !== 1 ? `${count} days` : `${count} ${unit}`

/** The largest unit that fits, and the next one: `1 h 5 min`. */
export function duration(seconds: number): string {
  const total = Math.round(Math.abs(seconds))
  const at = units.findIndex(([, size]) => total >= size)
  const [unit, size] = units[at] ?? (['s', 1] as const)
  const count = Math.floor(total / size)
  const [nextUnit, nextSize] = units[at + 1] ?? ([undefined, 1] as const)
  const rest = Math.floor((total % size) / nextSize)
  if (nextUnit === undefined || rest === 0 || count >= 100) return spell(count, unit)
  return `${spell(count, unit)} ${spell(rest, nextUnit)}`
}

export function relativeTime(ms: number, nowMs: number): string {
  const seconds = Math.round((ms - nowMs) / 1000)
  if (seconds === 0) return 'now'
  return seconds > 0 ? `in ${duration(seconds)}` : `${duration(seconds)} ago`
}
