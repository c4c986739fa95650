import type { Application } from '../../../directory/application.ts'
import type { FederatedCredential } from '../../../directory/credential.ts'
import {
  done,
  type GraphCall,
  type GraphResult,
  type JsonObject,
  rootOf,
} from '../../call/graph-call.ts'
import { applicationOf, must } from '../../call/named-objects.ts'
import { get, type Operation, patch, post, remove } from '../../call/operation.ts'
import { parseAlternateKey } from '../../call/parse-path.ts'
import { permissions } from '../../caller/permissions.ts'
import { listRecords } from '../../show/list-records.ts'
import { applicationChanges } from '../../write/changes.ts'
import { federatedIdentityCredential } from './application.ts'
import { authorizeReading, authorizeWriting } from './applications.ts'
import { writtenFederation } from './written-federation.ts'

const path = 'applications/{id}/federatedIdentityCredentials'

/** Tokens of other issuers that count as the credential of an application. */
export const federationOperations: readonly Operation[] = [
  get(path, (call) => {
    authorizeReading(call)
    const application = applicationOf(call)
    const show = federatedIdentityCredential(call.version)
    return listRecords(call, {
      context: contextOf(application),
      records: application.federatedCredentials.map(show),
    })
  }),
  get(`${path}/{credentialId}`, (call) => {
    authorizeReading(call)
    const application = applicationOf(call)
    const found = findCredential(call, application)
    const credential = must(call, wantedIn(call), found)
    return { status: 200, body: shown(call, application, credential) }
  }),
  post(path, (call) => create(call, authorizeWriting(call, permissions.addFederation))),
  patch(`${path}/{credentialId}`, (call) => {
    const application = authorizeWriting(call, permissions.addFederation)
    const found = findCredential(call, application)
    const name = found ? undefined : nameToCreate(call)
    if (name !== undefined) return create(call, application, name)
    const before = must(call, wantedIn(call), found)
    const after = writtenFederation(call, application, before)
    const all = application.federatedCredentials.map((one) => (one === before ? after : one))
    save(call, application, all)
    return done
  }),
  remove(`${path}/{credentialId}`, (call) => {
    const application = authorizeWriting(call, permissions.addFederation)
    const credential = must(call, wantedIn(call), findCredential(call, application))
    const rest = application.federatedCredentials.filter((one) => one !== credential)
    save(call, application, rest)
    return done
  }),
]

function create(call: GraphCall, application: Application, name?: string): GraphResult {
  const credential = writtenFederation(call, application, undefined, name)
  save(call, application, [...application.federatedCredentials, credential])
  const place = { '@odata.id': placeOf(call, application, credential) }
  return { status: 201, body: { ...shown(call, application, credential), ...place } }
}

/** The name in `(name='…')`: an upsert creates what it does not find (federatedidentitycredential-upsert.md). */
function nameToCreate(call: GraphCall): string | undefined {
  const key = parseAlternateKey(call.ids.credentialId ?? '')
  const isUpsert = /create-if-missing/i.test(call.http.header('prefer') ?? '')
  return isUpsert && key?.name === 'name' ? key.value : undefined
}

function wantedIn({ ids: { credentialId = '' } }: GraphCall): string {
  const key = parseAlternateKey(credentialId)
  return key?.name === 'name' ? key.value : credentialId
}

/** By id or by name. */
function findCredential(
  call: GraphCall,
  { federatedCredentials }: Application,
): FederatedCredential | undefined {
  const wanted = wantedIn(call)
  return federatedCredentials.find(({ id, name }) => id === wanted || name === wanted)
}

function save(
  call: GraphCall,
  application: Application,
  federatedCredentials: Application['federatedCredentials'],
): void {
  call.commit(applicationChanges(call.tenant, { ...application, federatedCredentials }))
}

function contextOf({ id }: Application): string {
  return `applications('${id}')/federatedIdentityCredentials`
}

/** As the example of federatedidentitycredential-post.md spells it. */
function placeOf(
  { http, tenant }: GraphCall,
  application: Application,
  { id }: FederatedCredential,
): string {
  const of = `Microsoft.DirectoryServices.Application('${application.id}')`
  return `${http.url.origin}/v2/${tenant.id}/directoryObjects/$/${of}/federatedIdentityCredentials/${id}`
}

function shown(
  call: GraphCall,
  application: Application,
  credential: FederatedCredential,
): JsonObject {
  return {
    '@odata.context': `${rootOf(call)}/$metadata#${contextOf(application)}/$entity`,
    ...federatedIdentityCredential(call.version)(credential),
  }
}
