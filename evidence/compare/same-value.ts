import type { Value } from '../format.ts'

/** Clocks differ, and what is issued for an hour may be told to the second before. */
const toleranceSeconds = 60
const time = /time:([+-]\d+)s$/
const durations: readonly string[] = ['expires_in', 'ext_expires_in']
/**
 * How long a token is valid is drawn anew for each: 60 to 90 minutes, or 20 to 28 hours for a client that is told of
 * revocations (learn.microsoft.com/entra/identity-platform/access-tokens).
 */
const drawnSeconds = [
  { least: 3600, most: 5400 },
  { least: 72_000, most: 100_800 },
] as const

/** Whether two redacted values are equal; times and durations may differ slightly. */
export function isSame(name: string, a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number' && durations.includes(name)) {
    return isNear(a, b)
  }
  // What was granted is a tenant's own, and longer in one than in another.
  if (name === 'scope' && isShapeOfText(a) && isShapeOfText(b)) return true
  if (typeof a === 'string' && typeof b === 'string') return isSameText(a, b)
  if (isComposite(a) && isComposite(b)) return isSameComposite(a, b)
  return a === b
}

type Composite = Exclude<Value, string | number | boolean | null>

function isComposite(value: Value): value is Composite {
  return typeof value === 'object' && value !== null
}

function isSameComposite(a: Composite, b: Composite): boolean {
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  if (one.size !== other.size) return false
  return [...one].every(([name, value]) => {
    const counterpart = other.get(name)
    return counterpart !== undefined && isSame(name, value, counterpart)
  })
}

function isSameText(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [time.exec(a)?.[1], time.exec(b)?.[1]]
  if (one === undefined || other === undefined) return false
  return isNear(Number(one), Number(other)) && a.replace(time, '') === b.replace(time, '')
}

function isNear(a: number, b: number): boolean {
  return (
    Math.abs(a - b) <= toleranceSeconds ||
    drawnSeconds.some((drawn) => isDrawn(a, drawn) && isDrawn(b, drawn))
  )
}

function isDrawn(seconds: number, { least, most }: (typeof drawnSeconds)[number]): boolean {
  return seconds >= least - toleranceSeconds && seconds <= most + toleranceSeconds
}

function isShapeOfText(value: Value): boolean {
  return typeof value === 'string' && value.startsWith('shape:text')
}

/** A value as a report shows it. */
export function shown(value: Value | undefined): string {
  if (value === undefined) return 'absent'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
