import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openProxy, type RedirectProxy } from './proxy.ts'
import { exchange, type TcpServer, tcpServer } from './testing/tcp.ts'

let authority: TcpServer
let web: Server
let webPort = 0
let proxy: RedirectProxy

before(async () => {
  authority = await tcpServer('from the mock')
  web = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text) => {
      body += text
    })
    request.on('end', () => {
      response.setHeader('x-request', `${request.method} ${request.url}`)
      response.end(JSON.stringify({ headers: request.headers, body }))
    })
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  webPort = (web.address() as AddressInfo).port
})
beforeEach(async () => {
  await proxy?.close()
  const hosts = ['login.microsoftonline.com', '*.login.microsoft.com']
  proxy = await openProxy({ hosts, authorityPort: authority.port, managedIdentityPort: webPort })
})
after(async () => {
  await Promise.all([proxy.close(), authority.close()])
  web.closeAllConnections()
  web.close()
})

const connectTo = (target: string, then = '', until?: RegExp) =>
  exchange(proxy.port, `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n${then}`, until)

describe('CONNECT', () => {
  test('a host of Entra is the mock, also for what is sent at once', async () => {
    const answer = await connectTo('login.microsoftonline.com:443', 'early', /mock/)
    assert.equal(answer, 'HTTP/1.1 200 Connection Established\r\n\r\nfrom the mock')
    assert.equal(authority.received(), 'early')
    assert.deepEqual(proxy.strangeHosts(), [])
  })

  test('any other host is refused by name, and remembered', async () => {
    const answer = await connectTo('example.com:443')
    assert.match(answer, /^HTTP\/1\.1 403 Forbidden\r\n/)
    assert.match(
      answer,
      /agentid refused the connection to example\.com:443: a program can reach only .*\n$/,
    )
    await connectTo('login.microsoftonline.com:80')
    await connectTo('[2001:db8::1]:443')
    const strange = ['example.com:443', 'login.microsoftonline.com:80', '[2001:db8::1]:443']
    assert.deepEqual(proxy.strangeHosts(), strange)
  })

  test('this machine is this machine', async () => {
    assert.match(await connectTo(`localhost:${authority.port}`, 'x', /mock/), /from the mock$/)
    assert.deepEqual(proxy.strangeHosts(), [])
  })

  test('a port of this machine where nothing listens is a bad gateway', async () => {
    const { port, close } = await tcpServer('')
    await close()
    assert.match(await connectTo(`127.0.0.1:${port}`), /^HTTP\/1\.1 502 .*cannot reach the host/s)
  })

  for (const target of ['example.com', ':443', 'a@b:443', 'example.com:99999', '/']) {
    test(`a malformed target ${target} is a bad request`, async () => {
      assert.match(await connectTo(target), /^HTTP\/1\.1 400 Bad Request\r\n/)
      assert.deepEqual(proxy.strangeHosts(), [])
    })
  }
})

describe('plain http', () => {
  const get = (url: string, headers = '', body = '') =>
    exchange(proxy.port, `POST ${url} HTTP/1.1\r\nHost: h\r\n${headers}\r\n${body}`, /\}/)

  test('this machine gets the request as it is, without what was meant for the proxy', async () => {
    const own = 'Proxy-Authorization: Basic eDp5\r\nProxy-Connection: keep-alive\r\nX-Own: 1\r\n'
    const url = `http://127.0.0.1:${webPort}/a/b?c=d`
    const answer = await get(url, `${own}Content-Length: 5\r\n`, 'hello')
    assert.match(answer, /^HTTP\/1\.1 200 OK\r\n.*x-request: POST \/a\/b\?c=d\r\n/s)
    const { headers, body } = JSON.parse(
      answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1),
    )
    assert.deepEqual(
      { ...headers, connection: undefined },
      { host: 'h', 'x-own': '1', 'content-length': '5', connection: undefined },
    )
    assert.equal(body, 'hello')
  })

  test('the metadata service of a virtual machine is the mock', async () => {
    const answer = await get('http://169.254.169.254/metadata/identity/oauth2/token')
    assert.match(answer, /x-request: POST \/metadata\/identity\/oauth2\/token\r\n/)
  })

  test('any other host is refused, Entra without TLS too, and remembered', async () => {
    assert.match(await get('http://example.com/x'), /^HTTP\/1\.1 403 Forbidden\r\n/)
    assert.match(await get('http://login.microsoftonline.com/x'), /^HTTP\/1\.1 403 Forbidden\r\n/)
    assert.match(await get('https://example.com/x'), /^HTTP\/1\.1 403 Forbidden\r\n/)
    const strange = ['example.com:80', 'login.microsoftonline.com:80', 'example.com:443']
    assert.deepEqual(proxy.strangeHosts(), strange)
  })

  test('a request to the proxy itself is told what it is', async () => {
    assert.match(await get('/'), /^HTTP\/1\.1 400 Bad Request\r\n.*this is a proxy/s)
  })
})

describe('bad company', () => {
  test('garbage, a flood of headers and a vanished program leave the proxy at work', async () => {
    assert.match(await exchange(proxy.port, '\0\0garbage\r\n\r\n'), /^HTTP\/1\.1 400 /)
    const flood = `X-Flood: ${'x'.repeat(1_000)}\r\n`.repeat(200)
    const flooded = exchange(proxy.port, `CONNECT a.b:1 HTTP/1.1\r\n${flood}\r\n`)
    assert.doesNotMatch(await flooded, /^HTTP\/1\.1 200 /)
    for (const target of ['login.microsoftonline.com:443', 'example.com:443', `[::1]:1`]) {
      await abort(`CONNECT ${target} HTTP/1.1\r\n\r\n`)
    }
    await abort('CONNECT login.micro')
    await abort(
      `POST http://127.0.0.1:${webPort}/ HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nx`,
    )
    const answer = await connectTo('login.microsoftonline.com:443', 'still there', /mock/)
    assert.match(answer, /from the mock$/)
  })

  test('closing ends open tunnels', { timeout: 60_000 }, async () => {
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => {})
    socket.write('CONNECT login.microsoftonline.com:443 HTTP/1.1\r\nHost: h\r\n\r\nhold')
    await once(socket, 'data')
    await Promise.all([proxy.close(), once(socket, 'close')])
    await assert.rejects(reach(proxy.port), { code: 'ECONNREFUSED' })
  })
})

/** Sends and vanishes without a farewell. */
function abort(text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(proxy.port, '127.0.0.1')
    socket.on('error', () => {}).on('close', () => resolve())
    socket.write(text, () => socket.resetAndDestroy())
  })
}

function reach(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    connect(port, '127.0.0.1').once('connect', resolve).once('error', reject)
  })
}
