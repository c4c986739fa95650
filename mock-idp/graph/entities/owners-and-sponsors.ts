import { enforce } from '../../answers/enforce.ts'
import { objectIsKnown, referenceIsNew } from '../../rules/graph/requests.ts'
import { done, type GraphCall, type JsonObject } from '../call/graph-call.ts'
import { get, type Operation, post, remove } from '../call/operation.ts'
import { listRecords } from '../show/list-records.ts'
import { showObjects } from '../show/related.ts'
import { referencedByBody } from '../write/references.ts'
import { checkOwners, checkSponsors } from '../write/sponsors.ts'

export type Relation = 'owners' | 'sponsors'

/** The owners or sponsors of an object, and how to write them back. */
type Answerable = {
  readonly ids: readonly string[]
  readonly save: (ids: readonly string[]) => void
  readonly isBlueprintPrincipal?: boolean
  readonly showsIdsOnly?: boolean
}

/** One type's owners or sponsors: their path, who may read and write them, and where they are kept. */
export type Place = {
  readonly path: string
  readonly relation: Relation
  readonly authorizeReading: (call: GraphCall) => void
  readonly authorizeWriting: (call: GraphCall) => void
  readonly find: (call: GraphCall) => Answerable
}

/** Lists, adds and removes the owners or sponsors of one type. */
export function responsibleOperations(place: Place): readonly Operation[] {
  const { path, relation } = place
  return [
    get(path, (call) => {
      place.authorizeReading(call)
      const { ids, showsIdsOnly } = place.find(call)
      const show = showsIdsOnly ? onlyId : undefined
      const records = showObjects(call, ids)
      return listRecords(call, { context: 'directoryObjects', records, show })
    }),
    post(`${path}/$ref`, (call) => {
      place.authorizeWriting(call)
      const { ids, save, isBlueprintPrincipal = false } = place.find(call)
      const id = referencedByBody(call)?.object.id
      if (id === undefined) return done
      const facts = { property: relation, isThere: ids.includes(id) }
      enforce([referenceIsNew], facts, call.examination)
      const after = [...new Set([...ids, id])]
      if (relation === 'owners') checkOwners(call, [id])
      else checkSponsors(call, after, { principalsFit: isBlueprintPrincipal })
      save(after)
      return done
    }),
    remove(`${path}/{memberId}/$ref`, (call) => {
      place.authorizeWriting(call)
      const { ids, save } = place.find(call)
      const wanted = call.ids.memberId?.toLowerCase() ?? ''
      enforce([objectIsKnown], { wanted, found: ids.includes(wanted) }, call.examination)
      save(ids.filter((id) => id !== wanted))
      return done
    }),
  ]
}

/** All that a capture shows of the sponsors of an agent identity (microsoft/entrabot, hard-won-learnings.md, 57). */
function onlyId({ id }: JsonObject): JsonObject {
  return { id }
}
