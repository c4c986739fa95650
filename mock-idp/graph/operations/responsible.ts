import { enforce } from '../../answers/enforce.ts'
import type { Application } from '../../directory/application.ts'
import { objectIsKnown, referenceIsNew } from '../../rules/graph/requests.ts'
import { done, type GraphCall, type JsonObject } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { type Permissions, permissions } from '../caller/permissions.ts'
import { listRecords } from '../show/list-records.ts'
import { showObjects } from '../show/related.ts'
import { applicationChanges, principalChanges } from '../write/changes.ts'
import {
  applicationOf,
  findApplication,
  findPrincipal,
  principalOf,
  userOf,
} from '../write/found.ts'
import { referencedByBody } from '../write/references.ts'
import { checkSponsors } from '../write/sponsors.ts'
import { authorizeReading, isBlueprint } from './applications.ts'
import { get, type Operation, post, remove } from './operation.ts'
import { readingOf, sponsoringOf, updatingOf } from './service-principals.ts'
import { writingOfUser } from './users.ts'

type Relation = 'owners' | 'sponsors'

/** An object that somebody answers for, and how its owners or sponsors are written back. */
type Answerable = {
  readonly ids: readonly string[]
  readonly save: (ids: readonly string[]) => void
  readonly isBlueprintPrincipal?: boolean
  readonly showsIdsOnly?: boolean
}

type Place = {
  readonly path: string
  readonly relation: Relation
  readonly authorizeReading: (call: GraphCall) => void
  readonly authorizeWriting: (call: GraphCall) => void
  readonly find: (call: GraphCall) => Answerable
}

/** Owners and sponsors of applications, principals, agent identities and agent users. */
export const responsibleOperations: readonly Operation[] = [
  ...operationsOf(ofApplication('owners')),
  ...operationsOf(ofApplication('sponsors')),
  ...operationsOf(ofPrincipal('owners')),
  ...operationsOf(ofPrincipal('sponsors')),
  ...operationsOf({
    path: 'users/{id}/sponsors',
    relation: 'sponsors',
    authorizeReading: (call) => authorize(call, permissions.readUser),
    authorizeWriting: (call) => authorize(call, writingOfUser(call)),
    find: (call) => {
      const user = userOf(call)
      const save = (sponsors: readonly string[]) =>
        call.commit([{ collection: 'users', key: user.id, value: { ...user, sponsors } }])
      return { ids: user.sponsors, save }
    },
  }),
]

function operationsOf(place: Place): readonly Operation[] {
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
      if (relation === 'sponsors')
        checkSponsors(call, after, { principalsFit: isBlueprintPrincipal })
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

function ofApplication(relation: Relation): Place {
  return {
    path: `applications/{id}/${relation}`,
    relation,
    authorizeReading,
    authorizeWriting: (call) => {
      const found = findApplication(call)
      authorize(call, writingOf(call, found, relation), found?.owners)
    },
    find: (call) => {
      const application = applicationOf(call)
      const save = (ids: readonly string[]) =>
        call.commit(applicationChanges(call.tenant, { ...application, [relation]: ids }))
      return { ids: application[relation], save }
    },
  }
}

function writingOf(
  call: GraphCall,
  found: Application | undefined,
  relation: Relation,
): Permissions {
  if (!isBlueprint(call, found)) return permissions.writeApplication
  return relation === 'sponsors' ? permissions.sponsorBlueprint : permissions.updateBlueprint
}

function ofPrincipal(relation: Relation): Place {
  return {
    path: `servicePrincipals/{id}/${relation}`,
    relation,
    authorizeReading: (call) => authorize(call, readingOf(call)),
    authorizeWriting: (call) => {
      const needed = relation === 'sponsors' ? sponsoringOf(call) : updatingOf(call)
      authorize(call, needed, findPrincipal(call)?.owners)
    },
    find: (call) => {
      const principal = principalOf(call)
      return {
        ids: principal[relation],
        isBlueprintPrincipal: principal.kind === 'blueprint',
        showsIdsOnly: relation === 'sponsors' && principal.kind === 'agentIdentity',
        save: (ids) =>
          call.commit(principalChanges(call.tenant, { ...principal, [relation]: ids })),
      }
    },
  }
}
