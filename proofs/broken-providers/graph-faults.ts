import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { graphPath } from '../published-paths.ts'

/** What it does wrong, the rule that it breaks, and how. */
export type GraphFault = readonly [name: string, rule: string, options: InProcessOptions]

export type Body = Readonly<Record<string, unknown>>
export type Forward = Parameters<Intercept>[1]

/** Requests of Microsoft Graph by method and by the end of their path. */
export function asks(method: string, end: string | RegExp) {
  const pattern = typeof end === 'string' ? new RegExp(`${end}/?$`, 'i') : end
  return (request: Request) => {
    const { pathname } = new URL(request.url)
    const path = decodeURIComponent(pathname)
    return request.method === method && graphPath.test(pathname) && pattern.test(path)
  }
}

/** Such requests are answered by this instead. */
export function answered(
  isIt: (request: Request) => boolean,
  answer: (request: Request, forward: Forward) => Promise<Response>,
): InProcessOptions {
  return {
    intercept: async (request, forward) =>
      isIt(request) ? answer(request, forward) : forward(request),
  }
}

/** Such requests are granted with another status. */
export function grantedAs(isIt: (request: Request) => boolean, status: number): InProcessOptions {
  return answered(isIt, async (request, forward) => {
    const answer = await forward(request)
    if (!answer.ok) return answer
    const text = status === 204 ? null : await answer.text()
    return new Response(text, { status, headers: answer.headers })
  })
}

/** Refusals of such requests with this status are grants. */
export function grantedInsteadOf(
  status: number,
  isIt: (request: Request) => boolean,
  answer: () => Response,
): InProcessOptions {
  return answered(isIt, async (request, forward) => {
    const refusal = await forward(request)
    return refusal.status === status ? answer() : refusal
  })
}

/** The JSON of answers to such requests is changed. */
export function answeredWith(
  isIt: (request: Request) => boolean,
  change: (body: Body, request: Request) => unknown,
): InProcessOptions {
  return answered(isIt, async (request, forward) => {
    const answer = await forward(request)
    const text = await answer.text()
    if (!answer.ok || !text.startsWith('{')) return new Response(text || null, answer)
    return new Response(JSON.stringify(change(JSON.parse(text), request)), answer)
  })
}

/** Each object of such answers is changed, in a listing or alone. */
export function shownWith(
  isIt: (request: Request) => boolean,
  change: (object: Body) => Body,
): InProcessOptions {
  return answeredWith(isIt, (body) =>
    Array.isArray(body.value) ? { ...body, value: body.value.map(change) } : change(body),
  )
}

/** Such requests arrive with another URL. */
export function asked(
  isIt: (request: Request) => boolean,
  change: (url: URL) => void,
): InProcessOptions {
  return answered(isIt, async (request, forward) => {
    const url = new URL(request.url)
    change(url)
    const { method, headers, signal } = request
    const body = method === 'GET' ? undefined : await request.text()
    return forward(new Request(url, { method, headers, signal, ...(body && { body }) }))
  })
}

/** Such requests arrive with another body. */
export function writtenAs(
  isIt: (request: Request) => boolean,
  change: (body: Body) => Body,
): InProcessOptions {
  return answered(isIt, async (request, forward) => {
    const { url, method, headers } = request
    const text = await request.text()
    const written = objectIn(text)
    const body = written ? JSON.stringify(change(written)) : text
    return forward(new Request(url, { method, headers, ...(body && { body }) }))
  })
}

/** What cannot be read arrives as it was sent: that is another fault. */
function objectIn(text: string): Body | undefined {
  try {
    return text.startsWith('{') ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** A refusal in the shape of Microsoft Graph, otherwise. */
export function refusedWith(change: (error: Body, answer: Response) => Body): InProcessOptions {
  return answered(
    ({ url }) => graphPath.test(new URL(url).pathname),
    async (request, forward) => {
      const answer = await forward(request)
      if (answer.status < 400) return answer
      const { error } = (await answer.json()) as { readonly error: Body }
      return Response.json(change(error, answer), answer)
    },
  )
}

/** A query option is not looked at. */
export function withoutOption(name: string): InProcessOptions {
  return asked(
    ({ url, method }) => method === 'GET' && graphPath.test(new URL(url).pathname),
    (url) => url.searchParams.delete(name),
  )
}

type Listing = Body & { readonly value: readonly Body[] }

export const isListing = (body: Body): body is Listing => Array.isArray(body.value)
export const everything = ({ url }: Request) => graphPath.test(new URL(url).pathname)
export const reads = (request: Request) => request.method === 'GET' && everything(request)

/** Where an object is, by its object id or its client id, with or without its type. */
export const ofObject = "(\\(appId=')?[0-9a-f-]{36}('\\))?(/(microsoft\\.)?graph\\.\\w+)?"

export const readAnswer = (answer: Response) => answer.clone().json() as Promise<Body>
export const readRequest = async (request: Request): Promise<Body> =>
  objectIn(await request.clone().text()) ?? {}

/** Of what such requests gave, the first is given again. */
export function repeated(isIt: (request: Request) => boolean): InProcessOptions {
  let first: Response | undefined
  return answered(isIt, async (request, forward) => {
    const answer = first ?? (await forward(request))
    if (answer.ok) first ??= answer
    return answer.clone()
  })
}
