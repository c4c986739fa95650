import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { root, runNode } from './support/run-tool.ts'
import { type ServedMock, serveMock } from './support/served-mock.ts'

let mock: ServedMock
let folder: string

before(async () => {
  mock = await serveMock()
  folder = await mkdtemp(join(tmpdir(), 'agentid-bad-'))
})
after(async () => {
  await mock.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Sends bytes as they are: an HTTP library would put them right. */
function sendRaw(text: string): Promise<string> {
  const { port } = new URL(mock.httpUrl)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk
    })
    socket.on('error', reject).on('close', () => resolve(answer))
    socket.write(text)
  })
}

const post = (path: string, headers: readonly string[], body: string) =>
  sendRaw(
    [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join(
      '\r\n',
    ),
  )
const form = 'Content-Type: application/x-www-form-urlencoded'
const token = '/10000000-c0de-4a11-8000-000000000001/oauth2/v2.0/token'
const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`

test('a path with dots and escapes is an unknown path or tenant', async () => {
  for (const path of ['/../../etc/passwd', '/%2e%2e/oauth2/v2.0/token', '/%zz/oauth2/v2.0/token']) {
    assert.match(await post(path, [form, 'Content-Length: 0'], ''), /^HTTP\/1\.1 40[04] /)
  }
})

test('a body that declares more than a mebibyte is refused without being read', async () => {
  const answer = await post(token, [form, 'Content-Length: 2000000'], 'grant_type=')
  assert.match(answer, /^HTTP\/1\.1 400 /)
  assert.match(answer, /x-mock-rule: REQ-SIZE/)
})

test('a chunked body over a mebibyte is refused', async () => {
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
  const body = `${chunk.repeat(17)}0\r\n\r\n`
  const answer = await post(token, [form, 'Transfer-Encoding: chunked'], body)
  assert.match(answer, /x-mock-rule: REQ-SIZE/)
})

test('bytes that are no UTF-8 are refused', async () => {
  const body = 'grant_type=client_credentials&client_id=%ff%fe'
  const answer = await post(token, [form, length(body)], body)
  assert.match(answer, /x-mock-rule: REQ-ENCODING/)
})

test('a request that is no HTTP is answered 400', async () => {
  assert.match(await sendRaw('\u0000\u0001\r\n\r\n'), /^HTTP\/1\.1 400 /)
})

const serveWith = (...args: string[]) =>
  runNode([join(root, 'dist/cli/agentid.js'), 'serve', '--port', '0', '--ca-dir', folder, ...args])

test('a mistake in a directory file is reported with its place, and the server does not start', async () => {
  const file = join(folder, 'tenants.json')
  const agent = { id: 'booking', displayName: 'Booking', blueprint: 'concierge' }
  await writeFile(
    file,
    JSON.stringify({ tenants: [{ tenantId: 'a', displayName: 'A', agentIdentities: [agent] }] }),
  )
  const { status, output } = await serveWith('--directory', file)
  assert.equal(status, 2)
  assert.match(output, /tenants\[0\]\.tenantId/)
  assert.match(output, /tenants\[0\]\.agentIdentities\[0\]\.id: expected a GUID/)
})

test('a directory file that is not there, or no JSON, is named', async () => {
  assert.match(
    (await serveWith('--directory', join(folder, 'none.json'))).output,
    /there is no file/,
  )
  const file = join(folder, 'broken.json')
  await writeFile(file, '{"tenants": [')
  assert.match((await serveWith('--directory', file)).output, /is not valid JSON/)
})

test('a host that others can reach is refused without --allow-remote', async () => {
  const { status, output } = await serveWith('--host', '0.0.0.0')
  assert.equal(status, 2)
  assert.match(output, /--allow-remote/)
})

test('a port that is in use is named', async () => {
  const { port } = new URL(mock.authorityHost)
  const args = ['serve', '--port', port, '--ca-dir', folder]
  const { status, output } = await runNode([join(root, 'dist/cli/agentid.js'), ...args])
  assert.equal(status, 2)
  assert.match(output, new RegExp(`port ${port} is in use`))
})

test('an unknown option names the nearest', async () => {
  const { status, output } = await serveWith('--prot', '1')
  assert.equal(status, 2)
  assert.match(output, /--port/)
})
