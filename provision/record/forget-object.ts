import { type ObjectKey, parentOf } from '../scenario-objects.ts'
import type { ProvisionRecord } from './record.ts'

/** An object and what cannot be without it: a blueprint's principal and agent identities, and their agent users. */
const withDependents = (key: string): readonly string[] => [
  key,
  ...Object.keys(parentOf)
    .filter((child) => parentOf[child] === key)
    .flatMap(withDependents),
]

const without = <Entry>(
  entries: Readonly<Record<string, Entry>>,
  keys: readonly string[],
): Readonly<Record<string, Entry>> =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)))

/**
 * The change of a record whose object is gone from the directory. It is kept among the former ones:
 * it may be soft-deleted, and was made here. The certificate stays, as its files do: it is
 * registered again with the next blueprint.
 */
export function forgetObject(record: ProvisionRecord, key: ObjectKey): Partial<ProvisionRecord> {
  const keys = withDependents(key)
  const gone = keys.flatMap((one) => record.objects[one] ?? [])
  return {
    objects: without(record.objects, keys),
    former: [...record.former, ...gone],
    secrets: without(record.secrets, keys),
  }
}
