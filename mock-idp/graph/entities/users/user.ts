import { z } from 'zod'
import type { User } from '../../../directory/person.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { findUser } from '../../call/find-objects.ts'
import { dateTime, type Entity } from '../../show/property-table.ts'
import { nullableText, references, structure, text } from '../../write/values.ts'

const detail = (name: string, otherwise: unknown) => (user: User) => user.details[name] ?? otherwise

/** `microsoft.graph.user` and `microsoft.graph.agentUser`. */
export const userEntity: Entity<User> = {
  typeName: 'microsoft.graph.user',
  typeOf: ({ identityParentId }) =>
    identityParentId === undefined ? 'microsoft.graph.user' : 'microsoft.graph.agentUser',
  properties: {
    businessPhones: detail('businessPhones', []),
    displayName: ({ displayName }) => displayName,
    givenName: detail('givenName', null),
    jobTitle: detail('jobTitle', null),
    mail: detail('mail', null),
    mobilePhone: detail('mobilePhone', null),
    officeLocation: detail('officeLocation', null),
    preferredLanguage: detail('preferredLanguage', null),
    surname: detail('surname', null),
    userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
    id: ({ id }) => id,
    identityParentId: ({ identityParentId }) => identityParentId,
    identityParent: ({ identityParentId }) => identityParentId && { id: identityParentId },
    accountEnabled: ({ enabled }) => enabled,
    assignedLicenses: detail('assignedLicenses', []),
    createdDateTime: ({ createdMs }) => dateTime(createdMs),
    department: detail('department', null),
    mailNickname: (user) => user.details.mailNickname ?? user.userPrincipalName.split('@', 1)[0],
    usageLocation: detail('usageLocation', null),
    userType: () => 'Member',
  },
}

const userDetails = {
  usageLocation: nullableText(2).optional(),
  jobTitle: nullableText(128).optional(),
  department: nullableText(64).optional(),
  givenName: nullableText(64).optional(),
  surname: nullableText(64).optional(),
  mail: nullableText(320).optional(),
  officeLocation: nullableText(128).optional(),
  preferredLanguage: nullableText(64).optional(),
  mobilePhone: nullableText(64).optional(),
  businessPhones: z.array(z.string()).optional(),
}

export const newUser = z.object({
  ...userDetails,
  displayName: text(256).min(1),
  userPrincipalName: text(113).includes('@'),
  mailNickname: text(64).min(1),
  accountEnabled: z.boolean(),
  identityParentId: z.string().optional(),
  identityParent: z.object({ id: z.string() }).optional(),
  passwordProfile: structure.optional(),
  'sponsors@odata.bind': references.optional(),
})
export const userChange = z
  .object({
    ...userDetails,
    displayName: text(256).min(1),
    userPrincipalName: text(113).includes('@'),
    mailNickname: text(64).min(1),
    accountEnabled: z.boolean(),
  })
  .partial()

export function hasUser({ users }: Tenant, parentId: string): boolean {
  return [...users.values()].some(({ identityParentId }) => identityParentId === parentId)
}

export function nameFacts(tenant: Tenant, upn: string, own: User | undefined) {
  const domain = upn.slice(upn.lastIndexOf('@') + 1).toLowerCase()
  const other = findUser(tenant, upn)
  return {
    domainIsVerified: tenant.domains.includes(domain),
    upnIsTaken: other !== undefined && other.id !== own?.id,
  }
}
