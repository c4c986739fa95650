import { connect, createServer, type Socket } from 'node:net'

/** Another port of the machine of the identity provider, behind which it answers too. */
export type SidePort = {
  readonly origin: string
  /** How many connections began a TLS handshake. */
  readonly handshakes: () => number
  readonly close: () => Promise<void>
}

/** The first byte of a TLS handshake (RFC 8446 section 5.1). */
const handshake = 0x16

/** A client in this process reaches every port without one. */
const portOfNobody = 'https://localhost:9443'

/** Passes bytes on, so that a client meets the certificate it trusts, and the journal shows the port it asked. */
export async function openSidePort(authorityHost: string, hasPort: boolean): Promise<SidePort> {
  if (!hasPort) return { origin: portOfNobody, handshakes: () => 0, close: async () => {} }
  const { hostname, port } = new URL(authorityHost)
  const sockets = new Set<Socket>()
  let begun = 0
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname)
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      socket.once('error', () => {
        incoming.destroy()
        outgoing.destroy()
      })
    }
    incoming.once('data', ([first]: Buffer) => {
      if (first === handshake) begun += 1
    })
    incoming.pipe(outgoing).pipe(incoming)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no side port')
  return {
    origin: `https://localhost:${address.port}`,
    handshakes: () => begun,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
