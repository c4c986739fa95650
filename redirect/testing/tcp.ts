import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP server on loopback that notes what it gets and answers with `greeting`, once per connection. */
export type TcpServer = {
  readonly port: number
  readonly received: () => string
  readonly close: () => Promise<void>
}

export async function tcpServer(greeting: string): Promise<TcpServer> {
  let received = ''
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      received += chunk
      socket.write(greeting)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const idleMs = 60_000

/** Sends text to a port; answers what has come when it matches `until`, or when the other side ends. */
export function exchange(port: number, text: string, until = /$^/): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const finish = () => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('error', finish).on('close', finish)
    // A tunnel that should have been refused stays open; the test is to fail, not to hang.
    socket.setTimeout(idleMs, finish)
    socket.on('data', (chunk) => {
      answer += chunk
      if (until.test(answer)) finish()
    })
    socket.write(text)
  })
}
