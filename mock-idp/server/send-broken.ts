import type { ServerResponse } from 'node:http'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { isCut, isDropped } from '../sandbox/faults/index.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Ends the connections of answers that are to break. The adapter would answer a dropped one with 500, and lose
 * the half of a cut body that is to be sent, because it closes the socket before the bytes are out.
 */
export function sendingBroken(fetch: Fetch) {
  return async (
    request: Request,
    { outgoing }: HttpBindings | Http2Bindings,
  ): Promise<Response> => {
    const response = await fetch(request)
    if (isDropped(response)) {
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
    if (!isCut(response)) return response
    await sendCut(response, outgoing as ServerResponse)
    return RESPONSE_ALREADY_SENT
  }
}

async function sendCut(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.flushHeaders()
  try {
    for await (const chunk of response.body ?? []) await sent(outgoing, chunk)
  } catch {
    // The body says by failing that it ends here.
  }
  outgoing.destroy()
}

function sent(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}
