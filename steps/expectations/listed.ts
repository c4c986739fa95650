import type { Directory } from '../../engine/cast/directory.ts'
import { isCastName, isPersonName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'

type Entry = Readonly<Record<string, unknown>>

/** Whether an entry of a listing is who the name says: by an id of it, or by its name where nobody has an id. */
export function isEntryOf(entry: Entry, name: string, directory: Directory): boolean {
  const ids = idsOf(name, directory)
  if (ids.length === 0) return entry.displayName === name || entry.name === name
  return [entry.id, entry.appId].some((id) => ids.includes(String(id)))
}

/** @throws {Difference} unless the entries are these and no others, each once */
export function expectExactly(
  entries: readonly Entry[],
  names: readonly string[],
  directory: Directory,
): void {
  const counts = names.map(
    (name) => entries.filter((one) => isEntryOf(one, name, directory)).length,
  )
  if (entries.length === names.length && counts.every((count) => count === 1)) return
  throw new Difference('what is listed', names.join(', '), describe(entries))
}

export function describe(entries: readonly Entry[]): string {
  const names = entries.map(({ displayName, name, id }) => String(displayName ?? name ?? id))
  return `${entries.length}: ${names.join(', ')}`
}

function idsOf(name: string, directory: Directory): readonly string[] {
  if (isPersonName(name)) return known(() => directory.personId(name))
  if (!isCastName(name)) return []
  return [
    ...known(() => directory.clientId(name)),
    ...known(() => directory.objectId(name, 'Contoso')),
  ]
}

/** Not everything has an id of each kind. */
function known(find: () => string): readonly string[] {
  try {
    return [find()]
  } catch {
    return []
  }
}
