import assert from 'node:assert/strict'
import { it } from 'node:test'
import { renewLeaf } from './renew-leaf.ts'

const [first, second] = [
  { cert: 'first', key: 'k1' },
  { cert: 'second', key: 'k2' },
]

function renewing(load: () => Promise<typeof first>) {
  const presented: string[] = []
  const warned: string[] = []
  let look = async () => {}
  const stop = renewLeaf(first, {
    load,
    present: ({ cert }) => void presented.push(cert),
    warn: (message) => void warned.push(message),
    repeat: (given) => {
      look = given
      return () => {}
    },
  })
  return { presented, warned, look: () => look(), stop }
}

it('a new certificate is presented once, while the server runs', async () => {
  let stored = first
  const { presented, look } = renewing(async () => stored)
  await look()
  assert.deepEqual(presented, [])
  stored = second
  await look()
  await look()
  assert.deepEqual(presented, ['second'])
})

it('a certificate that cannot be renewed is said, and the present one stays', async () => {
  const { presented, warned, look } = renewing(() => Promise.reject(new Error('disk full')))
  await look()
  assert.deepEqual(presented, [])
  assert.deepEqual(warned, ['The server certificate could not be renewed: disk full'])
})
