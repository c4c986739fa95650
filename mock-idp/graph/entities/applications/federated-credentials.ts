import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { Application } from '../../../directory/application.ts'
import type { FederatedCredential } from '../../../directory/credential.ts'
import { newFederationRules } from '../../../rules/graph/credentials.ts'
import { done, type GraphCall, type JsonObject, rootOf } from '../../call/graph-call.ts'
import { applicationOf, must } from '../../call/named-objects.ts'
import { get, type Operation, patch, post, remove } from '../../call/operation.ts'
import { parseAlternateKey } from '../../call/parse-path.ts'
import { permissions } from '../../caller/permissions.ts'
import { listRecords } from '../../show/list-records.ts'
import { applicationChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { nullableText, text } from '../../write/values.ts'
import { federatedIdentityCredential } from './application.ts'
import { authorizeReading, authorizeWriting } from './applications.ts'

const newFederation = z.object({
  name: text(120),
  issuer: text(600).min(1),
  subject: text(600).min(1),
  audiences: z.array(text(600)),
  description: nullableText(600).optional(),
})
const federationChange = newFederation.omit({ name: true }).partial()

const path = 'applications/{id}/federatedIdentityCredentials'

/** Tokens of other issuers that count as the credential of an application. */
export const federationOperations: readonly Operation[] = [
  get(path, (call) => {
    authorizeReading(call)
    const application = applicationOf(call)
    return listRecords(call, {
      context: contextOf(application),
      records: application.federatedCredentials.map(federatedIdentityCredential),
    })
  }),
  get(`${path}/{credentialId}`, (call) => {
    authorizeReading(call)
    const application = applicationOf(call)
    return { status: 200, body: shown(call, application, credentialOf(call, application)) }
  }),
  post(path, (call) => {
    const application = authorizeWriting(call, permissions.addFederation)
    const input = readProperties(call, newFederation, 'FederatedIdentityCredential')
    check(call, application, input, undefined)
    const { audiences, description, ...rest } = input
    const credential = {
      ...rest,
      id: call.world.random.guid(),
      description: description ?? undefined,
      audience: audiences[0] ?? '',
    }
    save(call, application, [...application.federatedCredentials, credential])
    return { status: 201, body: shown(call, application, credential) }
  }),
  patch(`${path}/{credentialId}`, (call) => {
    const application = authorizeWriting(call, permissions.addFederation)
    const before = credentialOf(call, application)
    const input = readProperties(call, federationChange, 'FederatedIdentityCredential')
    const { name, issuer, subject, audience } = before
    check(call, application, { name, issuer, subject, audiences: [audience], ...input }, before)
    const after = {
      ...before,
      issuer: input.issuer ?? issuer,
      subject: input.subject ?? subject,
      audience: input.audiences?.[0] ?? audience,
      description:
        input.description === undefined ? before.description : (input.description ?? undefined),
    }
    const all = application.federatedCredentials.map((one) => (one === before ? after : one))
    save(call, application, all)
    return done
  }),
  remove(`${path}/{credentialId}`, (call) => {
    const application = authorizeWriting(call, permissions.addFederation)
    const credential = credentialOf(call, application)
    const rest = application.federatedCredentials.filter((one) => one !== credential)
    save(call, application, rest)
    return done
  }),
]

/** By id or by name. */
function credentialOf(call: GraphCall, { federatedCredentials }: Application): FederatedCredential {
  const { credentialId = '' } = call.ids
  const key = parseAlternateKey(credentialId)
  const wanted = key?.name === 'name' ? key.value : credentialId
  const found = federatedCredentials.find(({ id, name }) => id === wanted || name === wanted)
  return must(call, wanted, found)
}

type Input = {
  readonly name: string
  readonly issuer?: string | undefined
  readonly subject?: string | undefined
  readonly audiences?: readonly string[] | undefined
}

/** 3 to 120 letters, digits, hyphens and underscores, of which the first is no mark. */
const namePattern = /^[A-Za-z0-9][\w-]{2,119}$/

/** @throws {Refusal} under a FEDERATION rule */
function check(
  { examination }: GraphCall,
  { federatedCredentials }: Application,
  { name, issuer = '', subject = '', audiences = [] }: Input,
  before: FederatedCredential | undefined,
): void {
  const others = federatedCredentials.filter((one) => one !== before)
  enforce(
    newFederationRules,
    {
      name,
      issuer,
      audiences,
      nameIsValid: namePattern.test(name),
      isTaken: others.some(
        (one) => one.name === name || (one.issuer === issuer && one.subject === subject),
      ),
      count: others.length,
    },
    examination,
  )
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

function shown(
  call: GraphCall,
  application: Application,
  credential: FederatedCredential,
): JsonObject {
  const root = rootOf(call)
  return {
    '@odata.context': `${root}/$metadata#${contextOf(application)}/$entity`,
    '@odata.id': `${root}/${contextOf(application)}/${credential.id}`,
    ...federatedIdentityCredential(credential),
  }
}
