import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { forward } from './forward.ts'
import { lastAnswer, refusalText } from './refusal.ts'
import { type Address, parseAddress, type Routes, routeOf } from './route.ts'
import { createStrangeHosts, type StrangeHosts } from './strange-hosts.ts'
import { tunnel } from './tunnel.ts'

export type ProxyOptions = {
  /** The https port of the mock. */
  readonly authorityPort: number
  /** A loopback address. Default: `127.0.0.1`. */
  readonly authorityAddress?: string
  /** The http port of the mock, which then plays the metadata service of a virtual machine. */
  readonly managedIdentityPort?: number | undefined
  /** The certificate of the mock's authority, PEM. */
  readonly authorityCa?: string
  /** The hosts that redirect to the mock; `*.` stands for one label. */
  readonly hosts: readonly string[]
}

/** A proxy that leads to the mock and to this machine, and refuses and remembers every other host. */
export type RedirectProxy = {
  readonly port: number
  /** For variables such as `HTTPS_PROXY`. */
  readonly url: string
  readonly routes: Routes
  /** The hosts that were refused, each once, as `host:port`. */
  readonly strangeHosts: () => readonly string[]
  /** Ends every connection. */
  readonly close: () => Promise<void>
}

type Means = {
  readonly routes: Routes
  readonly strange: StrangeHosts
  readonly authorityCa: string | undefined
}

const address = '127.0.0.1'

/** Opens a proxy (RFC 9110 9.3.6 CONNECT, and plain http) on a free port of the loopback address. */
export async function openProxy(options: ProxyOptions): Promise<RedirectProxy> {
  const routes = routesOf(options)
  const strange = createStrangeHosts()
  const means = { routes, strange, authorityCa: options.authorityCa }
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => answerPlain(request, response, means))
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Of a server for plain http it is always this kind of stream.
    answerConnect(request.url ?? '', socket as Socket, head, means)
  })
  server.on('clientError', (_error, socket) => {
    const destroy = () => socket.destroy()
    if (!socket.writable) destroy()
    else socket.end(lastAnswer('400 Bad Request', 'this is not an HTTP request\n'), destroy)
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, address, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://${address}:${port}`,
    routes,
    strangeHosts: strange.all,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      return closed
    },
  }
}

function routesOf(options: ProxyOptions): Routes {
  const { hosts, authorityPort, authorityAddress = address, managedIdentityPort } = options
  const at = (port: number): Address => ({ host: authorityAddress, port })
  return {
    hosts,
    authority: at(authorityPort),
    ...(managedIdentityPort !== undefined && { managedIdentity: at(managedIdentityPort) }),
  }
}

function answerConnect(url: string, socket: Socket, head: Buffer, means: Means): void {
  // The server listens to its errors no longer; a program may go away.
  socket.on('error', () => socket.destroy())
  const target = parseAddress(url)
  const to = target && leadOrRemember(target, means)
  if (to) tunnel(socket, head, to)
  else if (target) endWith(socket, '403 Forbidden', refusalText(target))
  else endWith(socket, '400 Bad Request', `CONNECT needs host:port, but got "${url}"\n`)
}

function endWith(socket: Socket, status: string, text: string): void {
  socket.end(lastAnswer(status, text))
  // Read to its end, or it would never close.
  socket.resume()
}

function answerPlain(request: IncomingMessage, response: ServerResponse, means: Means): void {
  response.on('error', () => response.destroy())
  const target = targetOf(request.url ?? '')
  const to = target && leadOrRemember(target, means)
  if (to) forward(request, response, to, means.authorityCa)
  else if (target) answerText(response, 403, refusalText(target))
  else
    answerText(response, 400, 'this is a proxy: use CONNECT host:port, or GET http://host/path\n')
}

function leadOrRemember(target: Address, { routes, strange }: Means): Address | undefined {
  const to = routeOf(target, routes)
  if (!to) strange.remember(target)
  return to
}

/** Of a request in absolute form (RFC 9112 3.2.2). */
function targetOf(url: string): Address | undefined {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return undefined
  const { host, protocol } = new URL(url)
  return parseAddress(host, protocol === 'https:' ? 443 : 80)
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(text)
}
