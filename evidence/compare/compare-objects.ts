import type { Value } from '../format.ts'
import { unknownMembers } from '../members.ts'
import type { EvidenceDifference } from './difference.ts'
import { isList, isMembers, type Members, namesIn } from './members.ts'
import { shown } from './same-value.ts'

/** An answer of Microsoft Graph that shows objects. */
export function isOfDirectory(members: Members): boolean {
  return members['@odata.context'] !== undefined
}

/**
 * Compares the members of objects in two directories and their JSON types. Values, number and order of the objects
 * are specific to each tenant; the scenarios check them.
 */
export function compareObjects(
  prefix: string,
  live: Members,
  mock: Members,
): readonly EvidenceDifference[] {
  const names = namesIn(live, mock)
    // How many members it knows nothing of differs with what somebody filled in.
    .filter((name) => name !== unknownMembers)
  return names.flatMap((name) => compareMember(`${prefix}${name}`, live[name], mock[name]))
}

function compareMember(
  where: string,
  live: Value | undefined,
  mock: Value | undefined,
): readonly EvidenceDifference[] {
  const told = { where, live: shown(live), mock: shown(mock) }
  if (live === undefined) return [{ kind: 'member absent', ...told }]
  if (mock === undefined) return [{ kind: 'member present', ...told }]
  // What may be null is so in some objects and not in others.
  if (live === null || mock === null) return []
  if (isList(live) && isList(mock))
    return compareMember(`${where}[0]`, live[0] ?? null, mock[0] ?? null)
  if (isMembers(live) && isMembers(mock)) return compareObjects(`${where}.`, live, mock)
  return typeof live === typeof mock && isList(live) === isList(mock)
    ? []
    : [{ kind: 'member shape', ...told }]
}
