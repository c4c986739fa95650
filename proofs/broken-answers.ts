import type { InProcessOptions, Intercept } from '../engine/targets/in-process.ts'
import { readJwt } from '../wire/jwt.ts'

type Body = Readonly<Record<string, unknown>>

/** Answers of these paths, of this status or above, with another body. */
export function changedBody(
  path: RegExp,
  fromStatus: 200 | 400,
  change: (body: Body) => Body,
): InProcessOptions {
  return broken(path, async (answer) => {
    const isRefusal = answer.status >= 400
    if (isRefusal !== (fromStatus === 400)) return answer
    const text = await answer.text()
    if (!text.startsWith('{')) return new Response(text || null, answer)
    return new Response(JSON.stringify(change(JSON.parse(text))), answer)
  })
}

export function changedHeader(path: RegExp, name: string, value: string): InProcessOptions {
  return broken(path, async (answer) => {
    const headers = new Headers(answer.headers)
    headers.set(name, value)
    return new Response(await answer.text(), { status: answer.status, headers })
  })
}

/** Tokens with another header, except those for one audience, which would no longer be redeemed. */
export function changedToken(
  exceptAudience: string,
  change: (header: Body) => Body,
): InProcessOptions {
  return changedBody(/token$/, 200, (body) => {
    const token = String(body.access_token)
    const jwt = readJwt(token)
    if (!jwt || jwt.claims.aud === exceptAudience) return body
    const [, ...rest] = token.split('.')
    return { ...body, access_token: [encode(change(jwt.header)), ...rest].join('.') }
  })
}

/** A token: its header read, the other parts as they are. */
export type TokenParts = {
  readonly header: Body
  readonly payload: string
  readonly signature: string
}

/** Tokens of a kind, written anew. The mock no longer redeems a T1 that was. */
export function rewritten(
  is: (claims: Body) => boolean,
  write: (parts: TokenParts) => string,
): InProcessOptions {
  return changedBody(/\/token$/, 200, (body) => {
    const token = String(body.access_token)
    const jwt = readJwt(token)
    if (!jwt || !is(jwt.claims)) return body
    const [, payload = '', signature = ''] = token.split('.')
    return { ...body, access_token: write({ header: jwt.header, payload, signature }) }
  })
}

/** Requests that a stricter provider would not serve. */
export function refusing(refused: (form: URLSearchParams) => boolean): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const form = new URLSearchParams(await request.clone().text())
    if (!refused(form)) return forward(request)
    return Response.json({ error: 'invalid_request', error_codes: [9002313] }, { status: 400 })
  }
  return { intercept }
}

/** A path that a stricter provider would not serve. */
export function refusingPath(path: RegExp): InProcessOptions {
  return broken(path, async () => new Response('not found', { status: 404 }))
}

/** Refusals that repeat a part of their request. */
export function repeating(
  part: (form: URLSearchParams) => string | null | undefined,
): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const form = new URLSearchParams(await request.clone().text())
    const answer = await forward(request)
    if (answer.status < 400) return answer
    const body = (await answer.json()) as Body
    const description = `${body.error_description} ${part(form) ?? ''}`
    return Response.json({ ...body, error_description: description }, answer)
  }
  return { intercept }
}

/** Answers of these paths, changed. */
export function broken(
  path: RegExp,
  change: (answer: Response) => Promise<Response>,
): InProcessOptions {
  const intercept: Intercept = async (request, forward) => {
    const answer = await forward(request)
    return path.test(new URL(request.url).pathname) ? change(answer) : answer
  }
  return { intercept }
}

/** What Microsoft Graph answers to a write. */
export const done = () => new Response(null, { status: 204 })
/** What Microsoft Graph answers about an object that is not there. */
export const notFound = () =>
  Response.json({ error: { code: 'Request_ResourceNotFound' } }, { status: 404 })

export function encode(part: Body): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
