/**
 * What only advanced queries may do with a property, from the tables of learn.microsoft.com/graph/aad-advanced-queries
 * (includes/filter-directory-objects.md in github.com/microsoftgraph/microsoft-graph-docs-contrib, 2023).
 */

/** Every filter on these needs an advanced query. */
export const advancedFilters: ReadonlySet<string> = new Set([
  'companyName',
  'employeeHireDate',
  'employeeType',
  'mobilePhone',
  'officeLocation',
  'onPremisesExtensionAttributes',
  'onPremisesImmutableId',
  'onPremisesLastSyncDateTime',
  'onPremisesSamAccountName',
  'passwordPolicies',
  'postalCode',
  'preferredLanguage',
  'showInAddressList',
  'streetAddress',
])

/** A comparison of these with null needs one. */
export const advancedNulls: ReadonlySet<string> = new Set([
  'city',
  'country',
  'department',
  'displayName',
  'employeeId',
  'givenName',
  'jobTitle',
  'mailNickname',
  'onPremisesSecurityIdentifier',
  'proxyAddresses',
  'state',
  'surname',
  'userType',
])

/** `in` on these needs one, though `eq` does not. */
export const advancedLists: ReadonlySet<string> = new Set(['createdDateTime', 'deletedDateTime'])

/** `ge` and `le` on these need one, though `eq` does not. */
export const advancedRanges: ReadonlySet<string> = new Set([
  'accountEnabled',
  'onPremisesSyncEnabled',
])

/** By these, and no others, a collection may be sorted without one. */
export const defaultSorting: Readonly<Record<string, readonly string[]>> = {
  group: ['displayName'],
  user: ['displayName', 'userPrincipalName'],
}
