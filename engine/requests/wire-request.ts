/** Sends to a path of an identity provider, such as `/{tenant}/oauth2/v2.0/token`, or to a whole URL. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** A request as it goes over the wire, still to be changed by a scenario about the wire. */
export type WireRequest = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent in the body of a POST, in the query of anything else. */
  readonly parameters: readonly Parameter[]
  /** Instead of the form made of the parameters. */
  readonly body?: string
}

export type Parameter = readonly [name: string, value: string]

const formType = { 'content-type': 'application/x-www-form-urlencoded' }
/** By this the journal tells requests of a scenario from those of a client under test. */
export const harnessUserAgent = 'agentid-conformance'
const harness = { 'user-agent': harnessUserAgent }

export function sendWire(request: Send, wire: WireRequest): Promise<Response> {
  const { method, path, parameters, headers } = wire
  const encoded = encode(parameters)
  if (method !== 'POST' && wire.body === undefined) {
    return request(encoded ? `${path}?${encoded}` : path, {
      method,
      headers: { ...harness, ...headers },
    })
  }
  return request(path, {
    method,
    headers: { ...harness, ...formType, ...headers },
    body: wire.body ?? encoded,
  })
}

function encode(parameters: readonly Parameter[]): string {
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()
}

/** The form with a text after it that is sent as it stands. */
export function endingWith(wire: WireRequest, text: string): WireRequest {
  return { ...wire, body: `${encode(wire.parameters)}${text}` }
}

/** The parameter in its place, or at the end. `undefined` takes it away. */
export function withParameter(
  wire: WireRequest,
  name: string,
  value: string | undefined,
): WireRequest {
  const isIt = ([other]: Parameter) => other === name
  if (value === undefined) {
    return { ...wire, parameters: wire.parameters.filter((one) => !isIt(one)) }
  }
  const changed: Parameter = [name, value]
  const parameters = wire.parameters.some(isIt)
    ? wire.parameters.map((one) => (isIt(one) ? changed : one))
    : [...wire.parameters, changed]
  return { ...wire, parameters }
}

/** A header of the request. `undefined` takes it away. */
export function withHeader(
  wire: WireRequest,
  name: string,
  value: string | undefined,
): WireRequest {
  const { [name.toLowerCase()]: _, ...others } = wire.headers
  if (value === undefined) return { ...wire, headers: others }
  return { ...wire, headers: { ...others, [name.toLowerCase()]: value } }
}

/** The parameter in the URL, and no longer in the form. */
export function inUrl(wire: WireRequest, name: string): WireRequest {
  const moved = encode(wire.parameters.filter(([other]) => other === name))
  const separator = wire.path.includes('?') ? '&' : '?'
  return { ...withParameter(wire, name, undefined), path: `${wire.path}${separator}${moved}` }
}

/** The parameter after all others. */
export function withLast(wire: WireRequest, name: string): WireRequest {
  const isIt = ([other]: Parameter) => other === name
  const [others, moved] = [
    wire.parameters.filter((one) => !isIt(one)),
    wire.parameters.filter((one) => isIt(one)),
  ]
  return { ...wire, parameters: [...others, ...moved] }
}

export function repeated(wire: WireRequest, name: string): WireRequest {
  const again = wire.parameters.filter(([other]) => other === name)
  return { ...wire, parameters: [...wire.parameters, ...again] }
}

export function asJson(wire: WireRequest): WireRequest {
  const body = JSON.stringify(Object.fromEntries(wire.parameters))
  return withHeader({ ...wire, body }, 'content-type', 'application/json')
}

export function asMultipart(wire: WireRequest): WireRequest {
  const boundary = 'agentid-conformance'
  const parts = wire.parameters.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = `${parts.join('')}--${boundary}--\r\n`
  return withHeader({ ...wire, body }, 'content-type', `multipart/form-data; boundary=${boundary}`)
}
