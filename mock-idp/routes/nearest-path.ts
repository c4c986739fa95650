import { distance } from 'fastest-levenshtein'

/** The paths that somebody who mistyped one can have meant. */
export const knownPaths: readonly string[] = [
  '/{tenant}/oauth2/v2.0/token',
  '/{tenant}/v2.0/.well-known/openid-configuration',
  '/{tenant}/.well-known/openid-configuration',
  '/{tenant}/discovery/v2.0/keys',
  '/{tenant}/discovery/keys',
  '/discovery/v2.0/keys',
  '/discovery/keys',
  '/common/discovery/instance',
  '/metadata/identity/oauth2/token',
  '/msi/token',
  '/_mock/tenants',
  '/_mock/requests',
  '/_mock/clock',
  '/_mock/faults',
  '/_mock/keys',
  '/_mock/reset',
  '/_mock/rules',
  '/_mock/openapi.json',
]

export function nearestPath(path: string): string {
  const [, first = ''] = path.split('/')
  const asked = path.slice(0, 200)
  const far = (known: string) => distance(asked, known.replace('{tenant}', first))
  return knownPaths.reduce((best, known) => (far(known) < far(best) ? known : best))
}
