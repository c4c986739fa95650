import { findRedirectUri, originOfRedirect } from '../directory/redirect-uris.ts'
import type { World } from '../world.ts'

export function queryOf(path: string): URLSearchParams {
  const at = path.indexOf('?')
  return new URLSearchParams(at === -1 ? '' : path.slice(at + 1))
}

/** Where a form may lead in the end: a browser holds the policy of a page against every redirect after its form. */
export function redirectTargets(
  path: string,
  { directory }: Pick<World, 'directory'>,
): readonly string[] {
  const query = queryOf(path)
  const application = directory.findApplication(query.get('client_id')?.toLowerCase() ?? '')
  const redirect = application && findRedirectUri(application, query.get('redirect_uri') ?? '')
  return redirect ? [originOfRedirect(redirect.uri)] : []
}
