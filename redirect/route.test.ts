import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatAddress, parseAddress, routeOf } from './route.ts'
import { routeCases, routesTo } from './testing/route-cases.ts'

const authority = { host: '127.0.0.1', port: 8443 }
const managedIdentity = { host: '127.0.0.1', port: 8080 }
const routes = routesTo(authority, managedIdentity)
const ends = { authority, managedIdentity, hosts: undefined, refused: undefined }

for (const [host, port, end] of routeCases) {
  test(`${host}:${port} is led: ${end}`, () => {
    assert.deepEqual(routeOf({ host, port }, routes), ends[end])
  })
}

for (const [host, address] of [
  ['localhost', 'localhost'],
  ['LocalHost.', 'localhost'],
  ['app.localhost', '127.0.0.1'],
  ['127.9.8.7', '127.9.8.7'],
  ['0.0.0.0', '0.0.0.0'],
  ['::1', '::1'],
  ['::', '::'],
  ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
] as const) {
  test(`${host} is this machine`, () => {
    assert.deepEqual(routeOf({ host, port: 3000 }, routes), { host: address, port: 3000 })
  })
}

test('the metadata service of a virtual machine is refused where the mock does not play it', () => {
  const { hosts } = routes
  assert.equal(routeOf({ host: '169.254.169.254', port: 80 }, { hosts, authority }), undefined)
})

test('host and port are read from names, IPv4 and IPv6 addresses', () => {
  assert.deepEqual(parseAddress('example.com:443'), { host: 'example.com', port: 443 })
  assert.deepEqual(parseAddress('[::1]:8443'), { host: '::1', port: 8443 })
  assert.deepEqual(parseAddress('example.com', 80), { host: 'example.com', port: 80 })
})

for (const text of [
  '',
  ':443',
  'example.com',
  'example.com:',
  'example.com:0',
  'example.com:65536',
  'example.com:x',
  'user@example.com:443',
  'https://example.com:443',
  'example.com/:443',
  '::1:443',
  '[::1]443',
  'a b:443',
]) {
  test(`${JSON.stringify(text)} is no host and port`, () => {
    assert.equal(parseAddress(text), undefined)
  })
}

test('a host is written in lower case, without its last dot, an IPv6 address in brackets', () => {
  assert.equal(formatAddress({ host: 'Example.COM.', port: 443 }), 'example.com:443')
  assert.equal(formatAddress({ host: '2001:DB8::1', port: 80 }), '[2001:db8::1]:80')
})
