import { z } from 'zod'
import { accessPolicy } from './access-policy-schema.ts'
import {
  application,
  appRoles,
  federatedCredential,
  owners,
  principal,
  sponsors,
} from './application-schema.ts'
import { enabled, guid, name, time } from './schema-words.ts'
import { domainName } from './tenant-name.ts'

const guestBlueprint = z.strictObject({ appId: guid, displayName: name, principal })
export const agentIdentity = z.strictObject({
  id: guid.meta({ description: 'Its object id, which is also its client id.' }),
  displayName: name,
  blueprint: guid.meta({ description: 'The application id of its blueprint.' }),
  enabled,
  owners,
  sponsors,
  appRoles,
})
export const managedIdentity = z.strictObject({
  clientId: guid,
  principalId: guid,
  displayName: name,
  systemAssigned: z.boolean().default(false),
  enabled,
  appRoles,
  federatedCredentials: z.array(federatedCredential).default([]).meta({
    description: 'Tokens of other issuers with which a workload acts as it, such as pods on AKS.',
  }),
})
export const user = z.strictObject({
  id: guid,
  displayName: name,
  userPrincipalName: z
    .string()
    .includes('@')
    .meta({ description: 'The user principal name, such as ada@contoso.example.' }),
  enabled,
  identityParentId: guid.optional().meta({
    description: 'The agent identity that owns this account. Omit it for a person.',
  }),
  sponsors,
  directoryRoles: z.array(z.string().min(1)).default([]).meta({
    description: 'Directory roles by name, such as Agent ID Administrator.',
  }),
})
export const group = z.strictObject({
  id: guid,
  displayName: name,
  kind: z.enum(['microsoft365', 'dynamic', 'security', 'roleAssignable']).default('security'),
  members: z.array(guid).default([]).meta({ description: 'Object ids.' }),
})
const appRoleOfResource = z.strictObject({
  id: guid,
  value: name,
  displayName: name,
  description: z.string().optional(),
  allowedMemberTypes: z
    .array(z.enum(['User', 'Application']))
    .min(1)
    .optional()
    .meta({
      description:
        'Who can be assigned the role: users and groups, or applications. Default: applications.',
    }),
})
const optionalClaim = z.enum([
  'idtyp',
  'xms_act_fct',
  'xms_sub_fct',
  'xms_idrel',
  'xms_par_app_azp',
  'xms_tnt_fct',
  'xms_cc',
])
export const resource = z.strictObject({
  appId: guid,
  principalId: guid.optional().meta({
    description: 'The object id of its principal. Default: derived from appId and tenantId.',
  }),
  displayName: name,
  identifierUris: z.array(z.string().min(1)).default([]),
  appRoles: z.array(appRoleOfResource).default([]).meta({
    description:
      'Roles with their own ids. A granted role that is not listed here gets an id derived from its value.',
  }),
  enabled,
  accessTokenVersion: z.union([z.literal(1), z.literal(2)]).default(2),
  optionalClaims: z.array(optionalClaim).default([]),
  assignmentRequired: z.boolean().default(false),
  hashedNonce: z.boolean().default(false).meta({
    description:
      'True: the token header has a nonce and the signature covers its SHA-256, as live Graph tokens do.',
  }),
})
const permissionGrant = z.strictObject({
  client: guid.meta({
    description: 'The client id of an application, blueprint or agent identity.',
  }),
  resource: guid.meta({ description: 'The application id of the resource.' }),
  user: guid.optional().meta({
    description: 'The object id of the user who consented. Default: consent for every user.',
  }),
  scope: z.string().min(1).meta({ description: 'Permissions, separated by spaces.' }),
})
const issuer = z.strictObject({
  issuer: z.url(),
  jwks: z
    .object({ keys: z.array(z.record(z.string(), z.unknown())) })
    .optional()
    .meta({
      description: 'Its keys. Default: the mock fetches them, only from loopback addresses.',
    }),
})

const domain = z.string().regex(domainName, 'expected a domain name such as contoso.example')

export const tenantSchema = z.strictObject({
  tenantId: guid,
  displayName: name,
  domains: z.array(domain).default([]),
  cloud: z.enum(['public', 'usGovernment', 'china']).default('public').meta({
    description:
      'The cloud, which determines the names of Microsoft Graph and the token exchange. Default: public.',
  }),
  regionScope: z.string().default('NA'),
  createdDateTime: time.optional(),
  identityHeader: z.string().min(1).optional().meta({
    description: 'The X-IDENTITY-HEADER of the App Service endpoint for this tenant.',
  }),
  blueprints: z.array(application).default([]),
  guestBlueprints: z.array(guestBlueprint).default([]).meta({
    description: 'Principals of multi-tenant blueprints from other tenants.',
  }),
  agentIdentities: z.array(agentIdentity).default([]),
  managedIdentities: z.array(managedIdentity).default([]),
  applications: z.array(application).default([]),
  resources: z.array(resource).default([]).meta({
    description:
      'Resources in addition to Microsoft Graph and the token exchange, which every tenant has.',
  }),
  users: z.array(user).default([]),
  groups: z.array(group).default([]),
  permissionGrants: z.array(permissionGrant).default([]).meta({
    description: 'Delegated permissions that were consented to.',
  }),
  blueprintsHaveOwnObjectIds: z.boolean().default(false).meta({
    description:
      'True: a blueprint created through Microsoft Graph gets an object id that differs from its appId, like early blueprints.',
  }),
  accessPolicies: z.array(accessPolicy).default([]).meta({
    description: 'Policies of Conditional Access.',
  }),
  checksResourceParameterAlways: z.boolean().default(false).meta({
    description:
      'True: every grant compares the parameter resource with the scopes. Default: only a sign-in and the redemption of its code do.',
  }),
  issuers: z.array(issuer).default([]),
  relaxedRules: z.array(z.string()).default([]).meta({
    description: 'Ids of inferred rules that this tenant does not enforce.',
  }),
})

/** A tenant as code writes it that knows all ids: every member with a default may be left out. */
export type TenantDescription = z.input<typeof tenantSchema>
/** A tenant with every default filled in. */
export type CompleteTenantDescription = z.output<typeof tenantSchema>
