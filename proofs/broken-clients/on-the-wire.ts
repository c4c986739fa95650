import type { ClientFetch } from '../../client/index.ts'
import type { ClientSetup } from '../../engine/clients/client-under-test.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import { readJwt } from '../../wire/jwt.ts'

export type Leg = 't1' | 'redemption'

type Init = Parameters<ClientFetch>[1]

/** A token request on its way out. The form, the URL and the headers are copies, to be changed. */
export type Outgoing = {
  readonly leg: Leg
  readonly form: URLSearchParams
  readonly url: URL
  readonly headers: Record<string, string>
  readonly setup: ClientSetup
}

/** The reference client names the agent identity whenever it asks for T1, and never else. */
function legOf(form: URLSearchParams): Leg {
  return form.has('fmi_path') ? 't1' : 'redemption'
}

/** Token requests leave otherwise than the reference client wrote them. */
export function sends(change: (request: Outgoing) => void): Pick<Seams, 'network'> {
  return {
    network: (send, setup) => (url, init) => {
      if (init.body === undefined) return send(url, init)
      const form = new URLSearchParams(init.body)
      const changed = { leg: legOf(form), form, url: new URL(url), headers: { ...init.headers } }
      change({ ...changed, setup })
      const { headers } = changed
      return send(changed.url.href, { ...init, headers, body: form.toString() })
    },
  }
}

/** The same for requests of one leg. */
export function sendsFor(leg: Leg, change: (request: Outgoing) => void): Pick<Seams, 'network'> {
  return sends((request) => {
    if (request.leg === leg) change(request)
  })
}

/** A token request and the way to send it, as often as somebody likes. */
export type Exchange = {
  readonly leg: Leg
  readonly form: URLSearchParams
  readonly url: string
  readonly init: Init
  readonly forward: () => Promise<Response>
  readonly send: ClientFetch
  readonly setup: ClientSetup
}

/** Token requests are answered otherwise. `begin` makes the memory of one client. */
export function answers(
  begin: (setup: ClientSetup) => (exchange: Exchange) => Promise<Response>,
): Pick<Seams, 'network'> {
  return {
    network: (send, setup) => {
      const answer = begin(setup)
      return (url, init) => {
        if (init.body === undefined) return send(url, init)
        const form = new URLSearchParams(init.body)
        const forward = () => send(url, init)
        return answer({ leg: legOf(form), form, url, init, forward, send, setup })
      }
    },
  }
}

type Body = Readonly<Record<string, unknown>>

/** The same answer with another body. */
export function withBody({ status, headers }: Response, body: Body | string): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
}

/** The members of a success, and the answer as it was. Undefined: no success, or no JSON. */
export async function successOf(answer: Response): Promise<Body | undefined> {
  if (answer.status !== 200) return undefined
  try {
    return JSON.parse(await answer.clone().text()) as Body
  } catch {
    return undefined
  }
}

export function claimsIn(token: unknown): Body {
  return readJwt(String(token))?.claims ?? {}
}

/** What belongs to one client: made when first asked for, shared by its seams. */
export function perClient<Held>(make: () => Held): (setup: ClientSetup) => Held {
  const held = new WeakMap<ClientSetup, Held>()
  return (setup) => {
    const known = held.get(setup)
    if (known !== undefined) return known
    const made = make()
    held.set(setup, made)
    return made
  }
}
