import type { z } from 'zod'
import { enforce } from '../../answers/enforce.ts'
import type { Application } from '../../directory/application.ts'
import { nobody } from '../../directory/details.ts'
import type { Tenant } from '../../directory/tenant.ts'
import * as rules from '../../rules/graph/blueprints.ts'
import { done, type GraphCall, type GraphResult } from '../call/graph-call.ts'
import { parseAlternateKey, typeNamed } from '../call/parse-path.ts'
import { authorize } from '../caller/authorize.ts'
import { type Permissions, permissions } from '../caller/permissions.ts'
import { applicationChanges } from '../write/changes.ts'
import { applicationOf, findApplication } from '../write/found.ts'
import { refuseTakenUris } from '../write/identifier-uris.ts'
import { newCertificate, newSecret, shownSecret } from '../write/new-credentials.ts'
import { readProperties } from '../write/read-properties.ts'
import { applicationChange, newApplication, upsertedApplication } from '../write/schemas.ts'
import { newOwners, newSponsors } from '../write/sponsors.ts'
import { isBlueprint, showApplication } from './applications.ts'
import { type Operation, patch, post } from './operation.ts'

/** `/applications`, among them blueprints: creating and changing. */
export const applicationWriting: readonly Operation[] = [
  post('applications', (call) =>
    createsBlueprint(call) ? createBlueprint(call) : createOther(call),
  ),
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

/**
 * A cast says it; a type in the body says it only together with `OData-Version: 4.0`, without which Microsoft Graph
 * makes an ordinary application (agent-id-ai-guided-setup.md).
 */
function createsBlueprint({ cast, body, http }: GraphCall): boolean {
  if (cast === 'agentIdentityBlueprint') return true
  const isNamed = typeNamed(body['@odata.type']) === 'agentIdentityBlueprint'
  return isNamed && http.header('odata-version') === '4.0'
}

function createNamed(call: GraphCall, uniqueName: string): Promise<GraphResult> {
  const named = { ...call, body: { ...call.body, uniqueName } }
  const create = createsBlueprint(call) ? createBlueprint : createOther
  // A PATCH sets no passwords (agentidentityblueprint-upsert.md), even where it creates.
  return create(named, upsertedApplication)
}

/** An upsert says the same each time, sponsors included; they are written when it creates (inferred). */
function withoutReferences(call: GraphCall): GraphCall {
  const kept = Object.entries(call.body).filter(([name]) => !name.endsWith('@odata.bind'))
  return { ...call, body: Object.fromEntries(kept) }
}

type Creatable = typeof newApplication | typeof upsertedApplication

async function createBlueprint(
  call: GraphCall,
  schema: Creatable = newApplication,
): Promise<GraphResult> {
  authorize(call, permissions.createBlueprint)
  const input: Input = readProperties(call, schema, 'Application')
  const sponsors = newSponsors(call, input['sponsors@odata.bind'])
  const { caller, examination } = call
  enforce(
    [rules.blueprintPropertyIsCompatible, rules.blueprintHasSponsor, rules.blueprintsAreFew],
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
  authorize(call, permissions.writeApplication)
  const input: Input = readProperties(call, schema, 'Application')
  return create(call, 'application', input, [])
}

type Input = z.output<typeof newApplication>

async function create(
  call: GraphCall,
  kind: Application['kind'],
  input: Input,
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
    owners: newOwners(call, input['owners@odata.bind']),
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

async function changed(call: GraphCall, application: Application): Promise<Application> {
  const input = readProperties(call, applicationChange, 'Application')
  if (application.kind === 'blueprint') {
    const incompatible = incompatibleIn(input)
    enforce([rules.blueprintPropertyIsCompatible], { incompatible }, call.examination)
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

/** A key that names one which is there keeps it; its bytes need not be sent again. */
async function certificatesIn(
  call: GraphCall,
  keys: Input['keyCredentials'] = [],
  before?: Application,
): Promise<Application['certificates']> {
  return Promise.all(
    keys.map((key) => {
      const kept = before?.certificates.find(({ keyId }) => keyId === key.keyId?.toLowerCase())
      return kept && !key.key ? kept : newCertificate(call, key)
    }),
  )
}

const notInDetails = [
  'sponsors@odata.bind',
  'owners@odata.bind',
  'keyCredentials',
  'passwordCredentials',
]

function detailsIn(input: Readonly<Record<string, unknown>>): Application['details'] {
  const kept = Object.entries(input).filter(
    ([name, value]) => value !== undefined && !notInDetails.includes(name),
  )
  return Object.fromEntries(kept)
}

const ofPublicClients = ['isFallbackPublicClient', 'publicClient', 'spa'] as const

function incompatibleIn(input: Readonly<Record<string, unknown>>): readonly string[] {
  return ofPublicClients.filter((name) => input[name] !== undefined && input[name] !== null)
}

function blueprintsMadeAppOnly({ applications, deletedObjects }: Tenant): number {
  const deleted = [...deletedObjects.values()].flatMap((one) =>
    one.collection === 'applications' ? [one.object] : [],
  )
  return [...applications.values(), ...deleted].filter(
    ({ kind, createdBy }) => kind === 'blueprint' && createdBy?.withUser === false,
  ).length
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
