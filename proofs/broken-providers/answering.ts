import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { atTokenEndpoint, type TokenRequest } from '../token-requests.ts'

export type Body = Readonly<Record<string, unknown>>

/** Answers with another body, header or status, where both are known. */
export function answering(
  about: (asked: TokenRequest, body: Body, answer: Response) => boolean,
  change: (body: Body, asked: TokenRequest) => Body,
  init: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    const text = await answer.text()
    const body: Body = text.startsWith('{') ? JSON.parse(text) : {}
    if (!about(asked, body, answer)) return new Response(text || null, answer)
    const headers = new Headers(answer.headers)
    for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value)
    const status = init.status ?? answer.status
    return new Response(JSON.stringify(change(body, asked)), { status, headers })
  })
}
