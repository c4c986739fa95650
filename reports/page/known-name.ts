import type { Story } from '../report.ts'

/** The name of an id's owner. Ids come from clients, so one like `constructor` must not match. */
export function knownName(names: Story['names'], id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined
}
