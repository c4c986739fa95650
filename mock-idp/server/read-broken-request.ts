/** What `http_parser` says of bytes that are no HTTP. */
export type ParserError = Error & { readonly code?: string; readonly rawPacket?: Uint8Array }

const requestLine = /^([!#$%&'*+.^`|~\w-]{1,20}) (\S{1,8192})/
const headerLine = /^([\w-]{1,60}):([\t\x20-\x7e]{0,1000})$/
const shown: readonly string[] = ['host', 'user-agent', 'content-type', 'client-request-id']

/**
 * A request as far as the bytes tell that are no HTTP: the journal is to hear of it too. Undefined where none began,
 * as when a client only went away.
 */
export function readBrokenRequest(error: ParserError, authority: string): Request | undefined {
  if (!error.rawPacket || error.rawPacket.length === 0) return undefined
  const [first = '', ...lines] = Buffer.from(error.rawPacket).toString('latin1').split('\r\n', 60)
  const [, method = 'GET', target = '/'] = requestLine.exec(first) ?? []
  const headers = new Headers(lines.flatMap(headerOf))
  const host = headers.get('host') ?? ''
  const url = `https://${URL.canParse(`https://${host}`) && host !== '' ? host : authority}${target.startsWith('/') ? target : '/'}`
  try {
    return new Request(url, { method, headers })
  } catch {
    return new Request(`https://${authority}/`)
  }
}

function headerOf(line: string): [string, string][] {
  const [, name = '', value = ''] = headerLine.exec(line) ?? []
  return shown.includes(name.toLowerCase()) ? [[name, value.trim()]] : []
}

/** As Node answers where nobody listens. */
export function statusOf({ code }: ParserError): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large'
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return '400 Bad Request'
}
