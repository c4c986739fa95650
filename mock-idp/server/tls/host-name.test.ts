import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalName } from './host-name.ts'

test('a host has one normal form', () => {
  assert.equal(normalName(' Build-Agent.Example. '), 'build-agent.example')
  assert.equal(normalName('bücher.example'), 'xn--bcher-kva.example')
  assert.equal(normalName('[2001:DB8:0:0::1]'), '2001:db8::1')
  assert.equal(normalName('*.Example.com'), '*.example.com')
})

test('text that no certificate can hold as a name is refused', () => {
  for (const host of [
    '',
    'two words',
    'https://host',
    'host:8443',
    '1.2.3',
    'fe80::1%eth0',
    'a..b',
  ]) {
    assert.throws(() => normalName(host), { name: 'TypeError' }, host)
  }
})
