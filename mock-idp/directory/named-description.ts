import { z } from 'zod'
import { application, principal } from './application-schema.ts'
import {
  agentIdentity,
  group,
  managedIdentity,
  resource,
  tenantSchema,
  user,
} from './description.ts'
import { guid, name } from './schema-words.ts'

const omitted = guid.optional().meta({ description: 'Default: derived from the name.' })
const named = <Schema extends z.ZodType>(schema: Schema) =>
  z.array(z.union([name, schema])).optional()

const namedApplication = application.extend({
  appId: omitted,
  principal: principal.extend({ id: omitted }).nullable().optional().meta({
    description: 'Its principal in this tenant; null: it has none. Default: one.',
  }),
})

/**
 * A tenant as people write it. A name takes the place of an object, and of its id wherever another object refers to it.
 */
export const namedTenantSchema = z
  .strictObject({
    ...tenantSchema.shape,
    tenantId: guid
      .optional()
      .meta({ description: 'Default: a new one; in a file: derived from its name.' }),
    displayName: name.optional(),
    blueprints: named(namedApplication),
    agentIdentities: named(
      agentIdentity.extend({
        id: omitted,
        blueprint: z.string().min(1).optional().meta({
          description: 'The application id or name of its blueprint. Default: the only one.',
        }),
      }),
    ),
    managedIdentities: named(managedIdentity.extend({ clientId: omitted, principalId: omitted })),
    applications: named(namedApplication),
    resources: named(resource.extend({ appId: omitted })),
    users: named(
      user.extend({ id: omitted, userPrincipalName: user.shape.userPrincipalName.optional() }),
    ),
    groups: named(group.extend({ id: omitted })),
  })
  .meta({
    description:
      'A tenant. A name may stand for an object, such as "blueprints": ["Planner"], and for its id wherever another object refers to it.',
  })

export const directorySchema = z.strictObject({
  $schema: z.string().optional(),
  tenants: z.array(namedTenantSchema).min(1),
})

/** A tenant as people write it: objects by name or in full, and every member with a default may be left out. */
export type NamedTenantDescription = z.input<typeof namedTenantSchema>
/** What a directory file holds: the tenants of a mock, as people write them. */
export type DirectoryDescription = z.input<typeof directorySchema>
