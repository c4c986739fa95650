import { enforce } from '../../../answers/enforce.ts'
import type { Application } from '../../../directory/application.ts'
import { blueprintPropertyIsCompatible } from '../../../rules/graph/blueprints.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { applicationOf, findApplication } from '../../call/named-objects.ts'
import { type Operation, patch } from '../../call/operation.ts'
import { parseAlternateKey } from '../../call/parse-path.ts'
import { authorize } from '../../caller/authorize.ts'
import { type Permissions, permissions } from '../../caller/permissions.ts'
import { applicationChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import {
  applicationChange,
  certificatesIn,
  detailsIn,
  incompatibleIn,
  refuseTakenUris,
} from './application-input.ts'
import { isBlueprint } from './applications.ts'
import { createNamed } from './create-application.ts'

/** `PATCH /applications/{id}`: a change, or an upsert. */
export const applicationChanging: readonly Operation[] = [
  patch('applications/{id}', async (call) => {
    const key = parseAlternateKey(call.ids.id ?? '')
    const found = findApplication(call)
    const isUpsert =
      key?.name === 'uniquename' && /create-if-missing/i.test(call.http.header('prefer') ?? '')
    if (!found && isUpsert) return createNamed(call, key.value)
    const change = isUpsert ? withoutReferences(call) : call
    authorize(change, permissionToChange(change, found), found?.owners)
    call.commit(applicationChanges(call.tenant, await changed(change, applicationOf(call))))
    return done
  }),
]

/** An upsert says the same each time, sponsors included; they are written when it creates (inferred). */
function withoutReferences(call: GraphCall): GraphCall {
  const kept = Object.entries(call.body).filter(([name]) => !name.endsWith('@odata.bind'))
  return { ...call, body: Object.fromEntries(kept) }
}

async function changed(call: GraphCall, application: Application): Promise<Application> {
  const input = readProperties(call, applicationChange, 'Application')
  if (application.kind === 'blueprint') {
    const incompatible = incompatibleIn(input)
    enforce([blueprintPropertyIsCompatible], { incompatible }, call.examination)
  }
  refuseTakenUris(call, input.identifierUris, application.appId)
  const { displayName, signInAudience, identifierUris, keyCredentials, ...rest } = input
  return {
    ...application,
    ...(displayName !== undefined && { displayName }),
    ...(signInAudience && { signInAudience }),
    ...(identifierUris && { identifierUris }),
    ...(keyCredentials && {
      certificates: await certificatesIn(call, keyCredentials, application),
    }),
    details: { ...application.details, ...detailsIn(rest) },
  }
}

const branding = ['displayName', 'description', 'info', 'tags', 'notes']

/** What changes decides which permission is needed. */
function permissionToChange(call: GraphCall, found: Application | undefined): Permissions {
  if (!isBlueprint(call, found)) return permissions.writeApplication
  const names = Object.keys(call.body).filter((name) => !name.includes('@'))
  if (names.includes('keyCredentials')) return permissions.addCredential
  return names.every((name) => branding.includes(name))
    ? permissions.brandBlueprint
    : permissions.authBlueprint
}
