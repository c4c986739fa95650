import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type ParserError, readBrokenRequest, statusOf } from './read-broken-request.ts'

type Listening = {
  on(
    event: 'request',
    listener: (request: IncomingMessage, answer: ServerResponse) => void,
  ): unknown
  on(event: 'clientError', listener: (error: Error, socket: Duplex) => void): unknown
}

/**
 * Answers what is no HTTP, and tells of it. A request whose head could be read, and that breaks off later, has its
 * entry in the journal already.
 */
export function answerBrokenRequests(
  server: Listening,
  authority: string,
  onBroken: (request: Request) => void,
): void {
  const underWay = new WeakSet<Duplex>()
  server.on('request', ({ socket }, answer) => {
    underWay.add(socket)
    answer.once('close', () => underWay.delete(socket))
  })
  server.on('clientError', (error: ParserError, socket) => {
    const request = underWay.has(socket) ? undefined : readBrokenRequest(error, authority)
    if (request) onBroken(request)
    if (!socket.writable || (socket as Socket).bytesWritten > 0) socket.destroy()
    else socket.end(`HTTP/1.1 ${statusOf(error)}\r\nConnection: close\r\n\r\n`)
  })
}
