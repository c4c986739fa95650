import type { Directory } from '../cast/directory.ts'
import type { WireRequest } from './wire-request.ts'

/** A request to Microsoft Graph: a path after the version, or the whole link of a next page. */
export type GraphCall = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** What `@odata.bind` and `@odata.id` name an object by. */
export function referenceTo(id: string): string {
  return `https://graph.microsoft.com/v1.0/directoryObjects/${id}`
}

export function graphRequest(
  directory: Directory,
  { method, path, body, headers }: GraphCall,
  token: string | undefined,
): WireRequest {
  const isWrite = method !== 'GET' && method !== 'DELETE'
  return {
    method,
    path: placeOf(directory, path),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(isWrite && { 'content-type': 'application/json' }),
      ...headers,
    },
    parameters: [],
    ...(isWrite && { body: JSON.stringify(body ?? {}) }),
  }
}

/** A link to the authority itself is asked as a path of it. */
function placeOf({ graphOrigin, authorityHost }: Directory, path: string): string {
  if (path.startsWith(`${authorityHost}/`)) return path.slice(authorityHost.length)
  if (URL.canParse(path)) return path
  return `${graphOrigin}${/^\/(v1\.0|beta)\//.test(path) ? '' : '/v1.0'}${path}`
}
