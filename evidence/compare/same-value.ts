import type { Value } from '../format.ts'

/** Clocks differ, and what is issued for an hour may be told to the second before. */
const toleranceSeconds = 60
const time = /time:([+-]\d+)s$/
const durations: readonly string[] = ['expires_in', 'ext_expires_in']

/** Whether two redacted values are equal; times and durations may differ slightly. */
export function isSame(name: string, a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number' && durations.includes(name)) {
    return Math.abs(a - b) <= toleranceSeconds
  }
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
  const isNear = Math.abs(Number(one) - Number(other)) <= toleranceSeconds
  return isNear && a.replace(time, '') === b.replace(time, '')
}

/** A value as a report shows it. */
export function shown(value: Value | undefined): string {
  if (value === undefined) return 'absent'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
