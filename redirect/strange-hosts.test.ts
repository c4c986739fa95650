import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStrangeHosts } from './strange-hosts.ts'

test('a host is remembered once for each of its ports', () => {
  const strange = createStrangeHosts()
  strange.remember({ host: 'example.com', port: 443 })
  strange.remember({ host: 'EXAMPLE.com.', port: 443 })
  strange.remember({ host: 'example.com', port: 80 })
  assert.deepEqual(strange.all(), ['example.com:443', 'example.com:80'])
})

test('a flood of hosts does not fill the memory', () => {
  const strange = createStrangeHosts()
  for (let index = 0; index < 5_000; index++) strange.remember({ host: `h${index}.test`, port: 1 })
  assert.equal(strange.all().length, 1_000)
})
