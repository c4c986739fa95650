import { distance } from 'fastest-levenshtein'
import { enforce } from './answers/enforce.ts'
import { controlPaths, healthPath, openApiPath } from './control/paths.ts'
import type { Endpoint } from './exchange/endpoint.ts'
import { pathIsKnown } from './rules/discovery.ts'

/** A path that nothing is served at: the refusal names it, together with the nearest one of the paths served. */
export function unknownPath(paths: readonly string[]): Endpoint {
  const known = knownPaths(paths)
  return {
    kind: 'unknown',
    // A token request that went to a wrong path is known by its form.
    reads: 'form',
    isSteady: true,
    isStray: true,
    findTenant: ({ path }, { directory }) => directory.findTenant(path.split('/')[1] ?? ''),
    decide: ({ request: { path }, examination }) => {
      enforce([pathIsKnown], { path, nearest: nearestPath(path, known) }, examination)
      const headers = { 'content-type': 'text/plain; charset=UTF-8' }
      return { status: 404, headers, body: 'not found' }
    },
  }
}

/** The paths that somebody who mistyped one can have meant, from the paths of the routes. */
export function knownPaths(paths: readonly string[]): readonly string[] {
  const meant = paths.filter((path) => !path.endsWith('/') && !path.endsWith('*'))
  const ofControl = [...controlPaths, openApiPath, healthPath].map((path) => `/_mock${path}`)
  return [...meant.map((path) => path.replace(':tenant', '{tenant}')), ...ofControl]
}

export function nearestPath(path: string, known: readonly string[]): string {
  const [, first = ''] = path.split('/')
  const asked = path.slice(0, 200)
  const far = (one: string) => distance(asked, one.replace('{tenant}', first))
  return known.reduce((best, one) => (far(one) < far(best) ? one : best))
}
