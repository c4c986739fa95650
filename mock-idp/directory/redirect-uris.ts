import { isJsonObject } from '../../wire/json-object.ts'
import type { Application } from './application.ts'

/** By which kind of redirect URI a person comes back: it says how the client proves itself. */
export const clientTypes = ['web', 'spa', 'publicClient'] as const
export type ClientType = (typeof clientTypes)[number]

export type RedirectUri = { readonly clientType: ClientType; readonly uri: string }

/** The redirect URIs of an application, as Microsoft Graph keeps them: `web`, `spa` and `publicClient`. */
export function redirectUrisOf({ details }: Pick<Application, 'details'>): readonly RedirectUri[] {
  return clientTypes.flatMap((clientType) => {
    const platform = details[clientType]
    const uris = isJsonObject(platform) ? platform.redirectUris : undefined
    if (!Array.isArray(uris)) return []
    return uris.filter(isUsableRedirectUri).map((uri) => ({ clientType, uri }))
  })
}

/** Nothing that a browser runs or reads from disk, and nothing that no header can hold. */
export function isUsableRedirectUri(uri: unknown): uri is string {
  if (typeof uri !== 'string' || !/^[\x21-\x7e]+$/.test(uri) || uri.includes('#')) return false
  return URL.canParse(uri) && !/^(javascript|vbscript|data|blob|file|about):/i.test(uri)
}

/** The registered URI that an asked one is: the same text, but for the port of this machine. */
export function findRedirectUri(
  application: Pick<Application, 'details'>,
  asked: string,
): RedirectUri | undefined {
  const found = redirectUrisOf(application).find(
    ({ uri }) => withoutPort(uri) === withoutPort(asked),
  )
  return found && isUsableRedirectUri(asked) ? { ...found, uri: asked } : undefined
}

const onThisMachine = /^(http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?((?:[/?].*)?)$/

/** Native clients listen where they find a free port (learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions). */
function withoutPort(uri: string): string {
  return uri.replace(onThisMachine, '$1$2')
}

/** What a policy calls the place that a redirect URI leads to. */
export function originOfRedirect(uri: string): string {
  const { protocol, origin } = new URL(uri)
  // A policy can name no address in brackets, and no host behind a scheme of an app.
  return origin === 'null' || origin.includes('[') ? protocol : origin
}
