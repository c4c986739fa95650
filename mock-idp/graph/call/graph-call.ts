import type { JsonObject } from '../../../wire/json-object.ts'
import type { Examination } from '../../answers/enforce.ts'
import type { Change } from '../../directory/collections.ts'
import type { User } from '../../directory/person.ts'
import type { Principal } from '../../directory/principal.ts'
import type { Tenant } from '../../directory/tenant.ts'
import type { JournalEntry } from '../../journal/journal.ts'
import type { World } from '../../world.ts'
import type { DirectoryObject } from './find-objects.ts'
import type { GraphTenant } from './graph-tenant.ts'
import type { TypeName } from './parse-path.ts'

export type { JsonObject } from '../../../wire/json-object.ts'

/** Who calls: an application alone, or for a user. */
export type Caller = {
  readonly appId: string
  readonly principal: Principal | undefined
  /** Undefined for an application that calls for itself. */
  readonly user: User | undefined
  /** Scopes of a user's token, roles of an application's. */
  readonly permissions: ReadonlySet<string>
}

/** An HTTP request, as the directory sees it. Every part of a batch is one too. */
export type GraphHttpRequest = {
  readonly method: string
  readonly url: URL
  readonly header: (name: string) => string | undefined
  readonly body: string
  readonly bodyTooLarge: boolean
}

/** What an operation is given. */
export type GraphCall = {
  readonly http: GraphHttpRequest
  readonly version: 'v1.0' | 'beta'
  readonly method: string
  /** The type that the path casts to, and the type to which it casts what its relation leads to. */
  readonly cast: TypeName | undefined
  readonly memberCast: TypeName | undefined
  /** The values of the placeholders of the operation's path. */
  readonly ids: Readonly<Record<string, string>>
  readonly body: JsonObject
  readonly caller: Caller
  /** As this call sees it: a part of it may lag behind. */
  readonly tenant: GraphTenant
  /** As it is. What there may be only once is held against this. */
  readonly stored: Tenant
  readonly nowMs: number
  readonly examination: Examination
  readonly world: World
  /** Changes that are made, all at once, when nothing was refused to the end. */
  readonly commit: (changes: readonly Change[]) => void
  /** Shows an object of any type, as it stands in a list of owners or members. */
  readonly showObject: (found: DirectoryObject, tenant: GraphTenant) => JsonObject
  /** What the token endpoint of this tenant did lately. */
  readonly signIns: () => readonly JournalEntry[]
}

/** What an operation answers. Without a body: 204. */
export type GraphResult = {
  readonly status: 200 | 201 | 204
  readonly body?: JsonObject
  /** For what is not JSON. */
  readonly text?: { readonly contentType: string; readonly content: string }
}

export const done: GraphResult = { status: 204 }

/** What a body says under a name where a text is expected; empty for anything else. */
export function textIn({ body }: Pick<GraphCall, 'body'>, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** The root of this version under the name by which it was called. */
export function rootOf({ http: { url }, version }: Pick<GraphCall, 'http' | 'version'>): string {
  return `${url.origin}/${version}`
}
