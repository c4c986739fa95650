import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLoopbackAddress, isLoopbackHost, isLoopbackUrl } from './loopback.ts'

test('this machine is known by its loopback names, with or without a port', () => {
  const names = ['localhost', 'localhost:8443', '127.0.0.1', '127.1.2.3:80', '[::1]', '[::1]:443']
  for (const name of [...names, '::1']) assert.ok(isLoopbackHost(name), name)
})

test('a name that another machine may have is not this machine', () => {
  const names = ['localhost.example', 'x.localhost', '128.0.0.1', '127.0.0.1.example', '::1:80', '']
  for (const name of names) assert.ok(!isLoopbackHost(name), name)
})

test('a URL leads to this machine by its host alone', () => {
  assert.ok(isLoopbackUrl('https://localhost:8443/x?y=https://login.microsoftonline.com'))
  assert.ok(!isLoopbackUrl('https://login.microsoftonline.com/localhost'))
})

test('an address to listen on has neither a port nor brackets', () => {
  for (const address of ['localhost', '127.0.0.1', '::1']) {
    assert.ok(isLoopbackAddress(address), address)
  }
  for (const address of ['localhost:80', '127.0.0.1:80', '[::1]', '[::1]:80', '0.0.0.0', '::']) {
    assert.ok(!isLoopbackAddress(address), address)
  }
})
