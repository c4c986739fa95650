import { type Address, formatAddress } from './route.ts'

/** The answer to a program that connects to a host which it may not reach. */
export function refusalText(target: Address): string {
  return `agentid refused the connection to ${formatAddress(target)}: a program can reach only Microsoft Entra and Microsoft Graph, which the mock plays, and this machine\n`
}

/** A whole HTTP/1.1 answer after which the connection ends, for sockets without a response object. */
export function lastAnswer(status: string, text: string): string {
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${text}`
}
