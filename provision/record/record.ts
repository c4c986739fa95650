import { z } from 'zod'

const attempts = z.number().int().nonnegative()

/** An object of the directory: what was intended before it was made, and its ids once it is known. */
const objectEntry = z.strictObject({
  kind: z.enum(['blueprint', 'principal', 'agentIdentity', 'agentUser']),
  /** Unique to this record, so that an object whose creation was not answered is found by it. */
  name: z.string().min(1),
  /** Creations that may have made one. Above 1, there may be a second object of this name. */
  attempts,
  intendedAt: z.iso.datetime(),
  id: z.string().optional(),
  appId: z.string().optional(),
  madeAt: z.iso.datetime().optional(),
  /** Graph has shown it: when it does not any more, it is gone. */
  seen: z.boolean().optional(),
})

const secretEntry = z.strictObject({
  attempts,
  keyId: z.string().optional(),
  endsAt: z.iso.datetime().optional(),
  madeAt: z.iso.datetime().optional(),
})

/** A delegated permission: what was intended before it was granted, and its id once it is known. */
const grantEntry = z.strictObject({
  clientId: z.string(),
  resourceId: z.string(),
  /** Null: for every user. */
  principalId: z.string().nullable(),
  scope: z.string(),
  id: z.string().optional(),
})

/** Holds ids and names only, never a secret, a key or a token. */
const recordSchema = z.strictObject({
  about: z.string(),
  version: z.literal(1),
  runId: z.string().regex(/^[0-9a-f]{8}$/),
  tenantId: z.string(),
  domain: z.string(),
  graphUrl: z.string(),
  authorityHost: z.string(),
  namePrefix: z.string(),
  sponsorIds: z.array(z.string()),
  startedAt: z.iso.datetime(),
  objects: z.record(z.string(), objectEntry),
  /** Objects that were made and are gone: teardown removes what is left of them. */
  former: z.array(objectEntry),
  secrets: z.record(z.string(), secretEntry),
  /** Left out where none was ever intended, as in records of earlier versions. */
  grants: z.array(grantEntry).optional(),
  /** The id of the scope of Concierge, chosen before it is written: one that is enabled cannot get another. */
  scopeId: z.string().optional(),
  certificate: z.strictObject({ sha256: z.string(), endsAt: z.iso.datetime() }).optional(),
  /** Names of the files written beside the record. */
  files: z.array(z.string().regex(/^[^/\\]+$/)),
})

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value

export type ProvisionRecord = DeepReadonly<z.infer<typeof recordSchema>>
export type ObjectEntry = DeepReadonly<z.infer<typeof objectEntry>>
export type GrantEntry = DeepReadonly<z.infer<typeof grantEntry>>
export type SecretEntry = DeepReadonly<z.infer<typeof secretEntry>>

export const aboutRecord =
  'What agentid provision made, for agentid teardown. Ids and names only, no secrets.'

/** The record in a text, or what is wrong with it. */
export function parseRecord(text: string): ProvisionRecord | { readonly problem: string } {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : { problem: z.prettifyError(parsed.error) }
  } catch {
    return { problem: 'it is not JSON' }
  }
}

/** The same record is always the same text, whatever the order in which it came to be. */
export const formatRecord = (record: ProvisionRecord): string =>
  `${JSON.stringify(recordSchema.parse(record), undefined, 2)}\n`
