/** Of OpenID Connect, and what asks for all of a resource: said by one and not by the other. */
const withoutResource = ['openid', 'profile', 'email', 'offline_access', '.default']

/** Scopes by name alone: an answer puts the resource before each. */
export function scopesOf(text: unknown): readonly string[] {
  const names = String(text ?? '').split(' ')
  return names.map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
}

/** What of one list another lacks, besides what belongs to no resource. */
export function extraScopes(list: readonly string[], other: readonly string[]): readonly string[] {
  return list.filter((scope) => !withoutResource.includes(scope) && !other.includes(scope))
}
