import { once } from './once.ts'

/** What the mock lends the page at `/`. */
export type LentMock = {
  /** Answers a request as the mock does: the page sees it through its public paths alone. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The token that the control API demands. Undefined: none. */
  readonly controlToken: string | undefined
}

/**
 * The page at `/` for people. It answers `/`, for anybody, and what is below `/_mock/console/`, for those alone whom
 * the control API answers.
 */
export type Console = (request: Request) => Promise<Response>

/** Makes it when the first request for it comes. */
export type OpenConsole = (mock: LentMock) => Promise<Console>

/** Made once, when the first request for it comes: most runs of the mock are looked at by nobody. */
export function lateConsole(open: OpenConsole | undefined, mock: LentMock): Console | undefined {
  if (!open) return undefined
  const opened = once(() => open(mock))
  return async (request) => (await opened())(request)
}
