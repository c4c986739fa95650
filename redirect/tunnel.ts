import { connect, type Socket } from 'node:net'
import { lastAnswer } from './refusal.ts'
import type { Address } from './route.ts'

/**
 * Answers a CONNECT request and carries bytes both ways until either side ends.
 *
 * @param head what the program sent after its request without waiting for the answer
 */
export function tunnel(client: Socket, head: Buffer, to: Address): void {
  const upstream = connect(to)
  let answered = false
  upstream.once('connect', () => {
    answered = true
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    upstream.write(head)
    client.pipe(upstream)
    upstream.pipe(client)
  })
  upstream.once('error', (error) => {
    if (answered) client.destroy()
    else client.end(lastAnswer('502 Bad Gateway', `cannot reach the host: ${error.message}\n`))
  })
  // Not destroy: what is under way to the program is still written.
  upstream.once('close', () => client.destroySoon())
  client.once('error', () => upstream.destroy()).once('close', () => upstream.destroy())
}
