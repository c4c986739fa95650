import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { answerBrokenRequests } from './answer-broken-requests.ts'
import { sendingBroken } from './send-broken.ts'

/** A port in use by the mock. */
export type Listener = {
  readonly port: number
  /** Presents another certificate to new connections. Without TLS: nothing. */
  readonly present: (tls: TlsPair) => void
  /** Ends open connections after the answers under way, and at the latest after two seconds. */
  readonly close: () => Promise<void>
}

export type ListenOptions = {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly host: string
  /** 0 picks one. */
  readonly port: number
  /** Left out: plain http. */
  readonly tls?: TlsPair
  /** Hears of what is no HTTP, as far as it can be read. */
  readonly onBroken: (request: Request) => void
}

/** PEM certificate and key. */
export type TlsPair = { readonly cert: string; readonly key: string }

/** A client that sends its request slower than this, or nothing at all, is cut off, so that nothing hangs. */
const timeouts = {
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
}
/** Until TLS is set up; Node's own limit is two minutes. */
const handshakeTimeout = 10_000
const closeDeadlineMs = 2_000

/** @throws the error of the operating system, for example `EADDRINUSE` */
export async function listen({
  fetch,
  host,
  port,
  tls,
  onBroken,
}: ListenOptions): Promise<Listener> {
  const server = tls
    ? createAdaptorServer({
        fetch: sendingBroken(fetch),
        createServer: createHttpsServer,
        serverOptions: { ...timeouts, handshakeTimeout, ...tls },
      })
    : createAdaptorServer({
        fetch: sendingBroken(fetch),
        createServer: createHttpServer,
        serverOptions: timeouts,
      })
  answerBrokenRequests(server as HttpServer, host, onBroken)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    present: (pair) => {
      if ('setSecureContext' in server) server.setSecureContext(pair)
    },
    close: () => closeServer(server),
  }
}

type Server = ReturnType<typeof createAdaptorServer>

/** `close` alone would wait for every idle keep-alive connection. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  if (!('closeIdleConnections' in server)) return closed
  server.closeIdleConnections()
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  const deadline = setTimeout(() => server.closeAllConnections(), closeDeadlineMs)
  await closed
  clearInterval(idle)
  clearTimeout(deadline)
}
