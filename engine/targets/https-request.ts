import type { IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest } from 'node:https'
import { rootCertificates } from 'node:tls'

const timeoutMs = 30_000

export type HttpsClient = {
  readonly request: (url: string, init?: RequestInit) => Promise<Response>
  readonly close: () => void
}

/**
 * Requests over https that also trust one more certificate authority: Node 20 reads
 * `NODE_EXTRA_CA_CERTS` only when it starts, and its `fetch` takes no certificate.
 */
export function httpsClient(caPem?: string): HttpsClient {
  const ca = caPem === undefined ? rootCertificates : [...rootCertificates, caPem]
  const agent = new Agent({ keepAlive: true, ca: [...ca] })
  return {
    request: async (url, init = {}) => {
      const { method, headers } = new Request(url, { ...init, body: null })
      const body = await bodyOf(url, init)
      return new Promise((resolve, reject) => {
        const options = { agent, method, headers: Object.fromEntries(headers), timeout: timeoutMs }
        const sent = httpsRequest(url, options, (answer) => {
          readAnswer(answer).then(resolve, reject)
        })
        sent.on('timeout', () =>
          sent.destroy(new Error(`no answer in ${timeoutMs / 1000} seconds`)),
        )
        sent.on('error', reject)
        sent.end(body)
      })
    },
    close: () => agent.destroy(),
  }
}

async function bodyOf(url: string, { body }: RequestInit): Promise<Buffer | undefined> {
  if (body === undefined || body === null) return undefined
  return Buffer.from(await new Request(url, { method: 'POST', body }).arrayBuffer())
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
  const body = await readBody(answer)
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const status = answer.statusCode ?? 500
  return new Response(status === 204 ? null : body, { status, headers })
}

/** As with `fetch`, a body that breaks off is the error of whoever reads it: the headers have come. */
async function readBody(answer: IncomingMessage): Promise<BodyInit> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of answer) chunks.push(Buffer.from(chunk))
  } catch (cause) {
    const error = new TypeError('terminated', { cause })
    return new ReadableStream({ start: (controller) => controller.error(error) })
  }
  return Buffer.concat(chunks)
}
