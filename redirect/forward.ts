import {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
  type ServerResponse,
} from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Address } from './route.ts'

/** Meant for the proxy, not for whom it asks (RFC 9110 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/**
 * Passes a request in absolute form on and its answer back. A program may ask in plain http for an
 * https URL (axios 0.27 does, where it should use CONNECT); the proxy then speaks TLS for it.
 *
 * @param ca PEM, trusted in that TLS
 */
export function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  to: Address,
  ca: string | undefined,
): void {
  const url = new URL(incoming.url ?? '')
  const outgoing = open(url, ca, {
    ...to,
    method: incoming.method,
    path: `${url.pathname}${url.search}`,
    headers: endToEnd(incoming.headers),
    agent: false,
  })
  outgoing.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers))
    answer.pipe(response)
    answer.once('error', () => response.destroy())
  })
  outgoing.once('error', (error) => {
    if (response.headersSent) response.destroy()
    else
      response
        .writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
        .end(`cannot reach the host: ${error.message}\n`)
  })
  response.once('close', () => outgoing.destroy())
  incoming.pipe(outgoing)
}

function open(url: URL, ca: string | undefined, options: RequestOptions): ClientRequest {
  if (url.protocol !== 'https:') return requestHttp(options)
  const { hostname } = url
  const servername = isIP(hostname.replace(/^\[|\]$/g, '')) ? '' : hostname
  return requestHttps({ ...options, servername, ...(ca !== undefined && { ca }) })
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)))
}
