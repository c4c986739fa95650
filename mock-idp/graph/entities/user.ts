import type { Group, User } from '../../directory/person.ts'
import { dateTime, type Entity } from './property-table.ts'

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
    mailNickname: (user) => user.details.mailNickname ?? user.userPrincipalName.replace(/@.*$/, ''),
    usageLocation: detail('usageLocation', null),
    userType: () => 'Member',
  },
}

const groupTypes = {
  microsoft365: ['Unified'],
  dynamic: ['DynamicMembership'],
  security: [],
  roleAssignable: [],
} as const

/** `microsoft.graph.group` */
export const groupEntity: Entity<Group> = {
  typeName: 'microsoft.graph.group',
  typeOf: () => 'microsoft.graph.group',
  properties: {
    id: ({ id }) => id,
    deletedDateTime: () => null,
    createdDateTime: ({ createdMs }) => dateTime(createdMs),
    description: ({ details }) => details.description ?? null,
    displayName: ({ displayName }) => displayName,
    groupTypes: ({ kind }) => groupTypes[kind],
    isAssignableToRole: ({ kind }) => (kind === 'roleAssignable' ? true : null),
    mail: () => null,
    mailEnabled: ({ kind }) => kind === 'microsoft365',
    mailNickname: ({ displayName }) => displayName.replaceAll(/\W/g, ''),
    securityEnabled: ({ kind }) => kind !== 'microsoft365',
    visibility: () => null,
  },
}
