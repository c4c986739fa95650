import { isJsonObject } from '../../../../wire/json-object.ts'
import type { Application } from '../../../directory/application.ts'

/**
 * What a principal shows of its application, always as the application is now
 * (agentidentityblueprintprincipal.md: "synchronized from the agent identity blueprint").
 */

type MaybeApplication = Application | undefined

/** A property of the application under its own name, or a default. */
export function mirrored(application: MaybeApplication, name: string, otherwise: unknown): unknown {
  return application?.details[name] ?? otherwise
}

/** A property of `web`, such as `homePageUrl`. */
export function mirroredWeb(application: MaybeApplication, name: string): unknown {
  const web = application?.details.web
  return isJsonObject(web) ? (web[name] ?? null) : null
}

/** The redirect URIs of every platform. */
export function replyUrlsOf(application: MaybeApplication): readonly unknown[] {
  const { web, spa, publicClient } = application?.details ?? {}
  return [web, spa, publicClient].flatMap((platform) => {
    const uris = isJsonObject(platform) ? platform.redirectUris : undefined
    return Array.isArray(uris) ? uris : []
  })
}

/** Every role that the application declares, the disabled ones too. */
export function mirroredRoles(application: Application) {
  return objectsIn(application.details.appRoles).map((role) => ({
    allowedMemberTypes: role.allowedMemberTypes ?? [],
    description: role.description ?? null,
    displayName: role.displayName ?? null,
    id: role.id,
    isEnabled: role.isEnabled ?? true,
    origin: 'Application',
    value: role.value ?? null,
  }))
}

/** Every scope that the application declares. */
export function mirroredScopes(application: Application) {
  const { api } = application.details
  return objectsIn(isJsonObject(api) ? api.oauth2PermissionScopes : undefined).map((scope) => ({
    adminConsentDescription: scope.adminConsentDescription ?? null,
    adminConsentDisplayName: scope.adminConsentDisplayName ?? null,
    id: scope.id,
    isEnabled: scope.isEnabled ?? true,
    type: scope.type ?? 'User',
    userConsentDescription: scope.userConsentDescription ?? null,
    userConsentDisplayName: scope.userConsentDisplayName ?? null,
    value: scope.value ?? null,
  }))
}

function objectsIn(written: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(written) ? written.filter(isJsonObject) : []
}
