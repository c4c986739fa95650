import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import { type Application, signInAudiences } from '../../../directory/application.ts'
import { identifierUriIsFree } from '../../../rules/graph/blueprints.ts'
import type { GraphCall } from '../../call/graph-call.ts'
import { nullableText, references, structure, text, url } from '../../write/values.ts'
import { keyInput, newCertificate, passwordInput } from './secrets-and-certificates.ts'

const inDetails = {
  description: nullableText(1024).optional(),
  notes: nullableText(1024).optional(),
  tags: z.array(text(256)).optional(),
  api: structure.nullable().optional(),
  appRoles: z.array(structure).optional(),
  groupMembershipClaims: nullableText(256).optional(),
  info: structure.nullable().optional(),
  managerApplications: z.array(z.guid()).max(10).nullable().optional(),
  optionalClaims: structure.nullable().optional(),
  requiredResourceAccess: z.array(structure).max(50).optional(),
  samlMetadataUrl: nullableText(1024).optional(),
  serviceManagementReference: nullableText(1024).optional(),
  tokenEncryptionKeyId: z.guid().nullable().optional(),
  uniqueName: nullableText(256).optional(),
  web: structure.nullable().optional(),
}

/** Of public clients. A blueprint that names one is refused by a rule of its own. */
const publicClientProperties = {
  isFallbackPublicClient: z.boolean().nullable().optional(),
  publicClient: structure.nullable().optional(),
  spa: structure.nullable().optional(),
}

const application = z.object({
  ...inDetails,
  ...publicClientProperties,
  displayName: text(256).min(1),
  signInAudience: z.enum(signInAudiences).optional(),
  identifierUris: z.array(url).optional(),
  keyCredentials: z.array(keyInput).optional(),
})

export const newApplication = application.extend({
  passwordCredentials: z.array(passwordInput).optional(),
  'sponsors@odata.bind': references.optional(),
  'owners@odata.bind': references.optional(),
})
export const upsertedApplication = newApplication.omit({ passwordCredentials: true })
export const applicationChange = application.partial()

export type ApplicationInput = z.output<typeof newApplication>

/** A key that names one which is there keeps it; its bytes need not be sent again. */
export async function certificatesIn(
  call: GraphCall,
  keys: ApplicationInput['keyCredentials'] = [],
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

/** The properties that the directory keeps as they were written. */
export function detailsIn(input: Readonly<Record<string, unknown>>): Application['details'] {
  const kept = Object.entries(input).filter(
    ([name, value]) => value !== undefined && !notInDetails.includes(name),
  )
  return Object.fromEntries(kept)
}

/** The properties of public clients in a body, which a blueprint may not have. */
export function incompatibleIn(input: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(publicClientProperties).filter((name) => (input[name] ?? null) !== null)
}

/**
 * Whether application ID URIs belong to nobody else, neither as an application nor as a resource.
 * @throws {Refusal} under BLUEPRINT-URI
 */
export function refuseTakenUris(
  { stored, examination }: Pick<GraphCall, 'stored' | 'examination'>,
  uris: readonly string[] = [],
  ownAppId: string | undefined,
): void {
  if (uris.length === 0) return
  const others = [...stored.applications.values()].filter(({ appId }) => appId !== ownAppId)
  const ofOthers = new Set(
    others.flatMap(({ identifierUris }) => identifierUris.map((uri) => uri.toLowerCase())),
  )
  const isTaken = (uri: string) => {
    const resource = stored.resourcesByName.get(uri)
    return ofOthers.has(uri) || (resource !== undefined && resource.appId !== ownAppId)
  }
  const taken = uris.filter((uri) => isTaken(uri.toLowerCase()))
  enforce([identifierUriIsFree], { taken }, examination)
}
