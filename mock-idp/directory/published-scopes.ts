import { isJsonObject } from '../../wire/json-object.ts'
import type { Application } from './application.ts'

export type PublishedScope = {
  readonly id: string
  readonly value: string
  readonly displayName: string
}

/** The delegated permissions of an application that are enabled: `api.oauth2PermissionScopes` of Microsoft Graph. */
export function publishedScopes({
  details: { api },
}: Pick<Application, 'details'>): PublishedScope[] {
  const written = isJsonObject(api) ? api.oauth2PermissionScopes : undefined
  if (!Array.isArray(written)) return []
  return written
    .filter(isJsonObject)
    .flatMap(({ id, value, isEnabled, userConsentDisplayName }) => {
      if (typeof id !== 'string' || typeof value !== 'string' || isEnabled === false) return []
      const displayName =
        typeof userConsentDisplayName === 'string' ? userConsentDisplayName : value
      return [{ id, value, displayName }]
    })
}
