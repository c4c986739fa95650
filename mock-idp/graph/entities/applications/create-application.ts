import { enforce } from '../../../answers/enforce.ts'
import type { Application } from '../../../directory/application.ts'
import { nobody } from '../../../directory/details.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { newBlueprintRules } from '../../../rules/graph/blueprints.ts'
import type { GraphCall, GraphResult } from '../../call/graph-call.ts'
import { type Operation, post } from '../../call/operation.ts'
import { typeNamed } from '../../call/parse-path.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { applicationChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { creator, newOwners, newSponsors } from '../../write/sponsors.ts'
import {
  type ApplicationInput,
  certificatesIn,
  detailsIn,
  incompatibleIn,
  newApplication,
  refuseTakenUris,
  upsertedApplication,
} from './application-input.ts'
import { showApplication } from './applications.ts'
import { newSecret, shownSecret } from './secrets-and-certificates.ts'

/** `POST /applications`: a blueprint, or another application. */
export const applicationCreating: readonly Operation[] = [
  post('applications', (call) =>
    createsBlueprint(call) ? createBlueprint(call) : createOther(call),
  ),
]

/**
 * A cast says it; a type in the body says it only together with `OData-Version: 4.0`, without which Microsoft Graph
 * makes an ordinary application (agent-id-ai-guided-setup.md).
 */
function createsBlueprint({ cast, body, http }: GraphCall): boolean {
  if (cast === 'agentIdentityBlueprint') return true
  const isNamed = typeNamed(body['@odata.type']) === 'agentIdentityBlueprint'
  return isNamed && http.header('odata-version') === '4.0'
}

/** Creates what an upsert does not find; the key in its path becomes the unique name. */
export function createNamed(call: GraphCall, uniqueName: string): Promise<GraphResult> {
  const named = { ...call, body: { ...call.body, uniqueName } }
  const create = createsBlueprint(call) ? createBlueprint : createOther
  // A PATCH sets no passwords (agentidentityblueprint-upsert.md), even where it creates.
  return create(named, upsertedApplication)
}

type Creatable = typeof newApplication | typeof upsertedApplication

async function createBlueprint(
  call: GraphCall,
  schema: Creatable = newApplication,
): Promise<GraphResult> {
  authorize(call, permissions.createBlueprint)
  const input: ApplicationInput = readProperties(call, schema, 'Application')
  const sponsors = newSponsors(call, input['sponsors@odata.bind'])
  const { caller, examination } = call
  enforce(
    newBlueprintRules,
    {
      hasSponsor: sponsors.length > 0,
      incompatible: incompatibleIn(input),
      isAppOnly: caller.user === undefined,
      madeAppOnly: blueprintsMadeAppOnly(call.stored),
    },
    examination,
  )
  return create(call, 'blueprint', input, sponsors)
}

function createOther(call: GraphCall, schema: Creatable = newApplication): Promise<GraphResult> {
  // With a permission for its own applications a caller owns what it creates.
  authorize(call, permissions.writeApplication, creator(call))
  const input: ApplicationInput = readProperties(call, schema, 'Application')
  return create(call, 'application', input, [])
}

async function create(
  call: GraphCall,
  kind: Application['kind'],
  input: ApplicationInput,
  sponsors: readonly string[],
): Promise<GraphResult> {
  const { tenant, world, caller, nowMs } = call
  refuseTakenUris(call, input.identifierUris, undefined)
  const appId = world.random.guid()
  const hasOwnId = kind === 'application' || tenant.blueprintsHaveOwnObjectIds
  const { displayName, signInAudience, identifierUris, ...rest } = input
  const secrets = (input.passwordCredentials ?? []).map((one) => newSecret(call, one))
  const application: Application = {
    ...nobody,
    kind,
    id: hasOwnId ? world.random.guid() : appId,
    appId,
    displayName,
    homeTenantId: tenant.id,
    signInAudience: signInAudience ?? 'AzureADMyOrg',
    enabled: true,
    createdMs: nowMs,
    identifierUris: identifierUris ?? [],
    owners: ownersOfNew(call, kind, input['owners@odata.bind']),
    sponsors,
    createdBy: { appId: caller.appId, withUser: caller.user !== undefined },
    secrets,
    certificates: await certificatesIn(call, input.keyCredentials),
    federatedCredentials: [],
    inheritablePermissions: [],
    details: detailsIn(rest),
  }
  call.commit(applicationChanges(tenant, application))
  const { body } = showApplication(call, application)
  const passwordCredentials = secrets.map(shownSecret)
  return { status: 201, body: { ...body, ...(secrets.length > 0 && { passwordCredentials }) } }
}

/** Whoever creates a blueprint owns it, and so does an application that may write only what it owns. */
function ownersOfNew(
  call: GraphCall,
  kind: Application['kind'],
  named: ApplicationInput['owners@odata.bind'],
): readonly string[] {
  const owners = newOwners(call, named)
  const ownsIt =
    kind === 'blueprint' || call.caller.permissions.has('Application.ReadWrite.OwnedBy')
  return ownsIt ? [...new Set([...creator(call), ...owners])] : owners
}

function blueprintsMadeAppOnly({ applications, deletedObjects }: Tenant): number {
  const deleted = [...deletedObjects.values()].flatMap((one) =>
    one.collection === 'applications' ? [one.object] : [],
  )
  return [...applications.values(), ...deleted].filter(
    ({ kind, createdBy }) => kind === 'blueprint' && createdBy?.withUser === false,
  ).length
}
