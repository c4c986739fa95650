import type { Application } from '../directory/application.ts'
import { type ClientType, findRedirectUri, originOfRedirect } from '../directory/redirect-uris.ts'
import type { Answer } from '../exchange/endpoint.ts'
import { answerPage, pageHeaders } from '../pages/answer-page.ts'
import { formPostPage, submitScript } from '../pages/form-post-page.ts'
import type { World } from '../world.ts'

export const responseModes = ['query', 'fragment', 'form_post'] as const
type ResponseMode = (typeof responseModes)[number]

/** Where an answer goes, once it is certain that the client registered it. */
export type ReturnAddress = {
  readonly uri: string
  readonly clientType: ClientType
  readonly mode: ResponseMode
  readonly state: string | undefined
}

/** Undefined where the client did not register what it asks for: then nothing ever goes there. */
export function returnAddressOf(
  parameters: ReadonlyMap<string, string>,
  application: Pick<Application, 'details'> | undefined,
): ReturnAddress | undefined {
  const found = application && findRedirectUri(application, parameters.get('redirect_uri') ?? '')
  if (!found) return undefined
  const { uri, clientType } = found
  const inFragment = parameters.get('response_type')?.includes('token') ?? false
  const usual = inFragment ? 'fragment' : 'query'
  const asked = responseModes.find((one) => one === parameters.get('response_mode'))
  const mode = inFragment && asked === 'query' ? usual : (asked ?? usual)
  return { uri, clientType, mode, state: parameters.get('state') }
}

/** An answer at the client: by a redirect, or by a form that the browser sends. */
export async function answerAtClient(
  { uri, mode, state }: ReturnAddress,
  answered: Readonly<Record<string, string | undefined>>,
  world: Pick<World, 'platform'>,
): Promise<Answer> {
  const named = Object.entries({ ...answered, state }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  )
  if (mode === 'form_post') {
    const how = { formTargets: [originOfRedirect(uri)], script: submitScript }
    return answerPage(formPostPage(uri, Object.fromEntries(named)), how, world.platform)
  }
  const query = new URLSearchParams(named).toString()
  // The empty fragment of a query (captured) keeps the one of an earlier address from coming along.
  const location =
    mode === 'fragment' ? `${uri}#${query}` : `${uri}${uri.includes('?') ? '&' : '?'}${query}#`
  return { status: 302, headers: { ...pageHeaders, location }, body: null }
}
