import { type Address, formatAddress } from './route.ts'

/** Told to a program that asks for a host which it may not reach. */
export function refusalText(target: Address): string {
  return `agentid lets a program reach only Microsoft Entra and Microsoft Graph, which it plays itself, and this machine; refused: ${formatAddress(target)}\n`
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
