import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { rootCertificates } from 'node:tls'
import { requireText } from './ids.ts'
import type { ClientFetch } from './ports.ts'

const statusesWithoutBody = new Set([204, 205, 304])

const toResponse = (answer: IncomingMessage): Response => {
  const status = answer.statusCode ?? 0
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  if (statusesWithoutBody.has(status)) {
    answer.resume()
    return new Response(null, { status, headers })
  }
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers })
}

/**
 * A `fetch` for the client that also trusts the certificate authorities given, beside the public
 * ones. Node 20 reads `NODE_EXTRA_CA_CERTS` only when it starts and its global `fetch` takes no
 * certificate, so a test server with its own authority needs this.
 *
 * @param certificateAuthorityPem One or more certificates, PEM.
 * @throws {ClientConfigurationError} The text is blank.
 */
export const fetchTrusting = (certificateAuthorityPem: string): ClientFetch => {
  const extra = requireText(certificateAuthorityPem, 'certificate authority')
  const agent = new Agent({ keepAlive: true, ca: [...rootCertificates, extra] })

  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const isTls = url.startsWith('https:')
      const settle = (answer: IncomingMessage) => resolve(toResponse(answer))
      const options = { method, headers, signal }
      const request = isTls
        ? httpsRequest(url, { ...options, agent }, settle)
        : httpRequest(url, options, settle)
      request.on('error', reject).end(body)
    })
}
