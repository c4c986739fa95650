import { networkCodeOf } from '../../wire/network-code.ts'
import type { Send } from '../requests/wire-request.ts'

/** The other side closed the connection before it answered. */
const closed = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']

/**
 * Sends once more, on a fresh connection, what met a connection that the server closed while it was idle: a server may
 * do that at any time (RFC 9112 section 9.5), and it says nothing about a rule.
 */
export function pastClosedConnections(send: Send): Send {
  return async (path, init) => {
    try {
      return await send(path, init)
    } catch (error) {
      if (!closed.includes(networkCodeOf(error) ?? '')) throw error
      return send(path, init)
    }
  }
}
