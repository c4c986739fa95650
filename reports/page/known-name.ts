import type { Story } from '../report.ts'

/** Whose id it is. Ids come from clients: one like `constructor` is no name. */
export function knownName(names: Story['names'], id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined
}
