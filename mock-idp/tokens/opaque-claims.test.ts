import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { guidFromBytes } from '../directory/guid.ts'
import { wellKnownResources } from '../directory/well-known-resources.ts'
import { mintingFor, seededRandom } from '../testing/mock-world.ts'
import {
  footprint,
  internalState,
  resourceHint,
  routingData,
  uniqueTokenId,
} from './opaque-claims.ts'

const minting = await mintingFor()
const seed = fc.nat()
const drawn = (from: number) => ({ ...minting, random: seededRandom(from) })
const decode = (text: string) => Buffer.from(text, 'base64url')

test('uti holds the bytes of the trace id', () => {
  assert.equal(uniqueTokenId(minting), 'Z0UjAauJ3kyPASNFZ4mrAA')
  return fc.assert(
    fc.property(fc.uuid(), (traceId) => {
      assert.equal(guidFromBytes(decode(uniqueTokenId({ ...minting, traceId }))), traceId)
    }),
  )
})

test('rh holds the tenant and the resource between a version and a full stop', () =>
  fc.assert(
    fc.property(fc.constantFrom(...wellKnownResources('public')), seed, (resource, from) => {
      const hint = resourceHint(drawn(from), resource)
      assert.match(hint, /^1\.[\w-]{54}\.$/)
      const bytes = decode(hint.slice(2, -1))
      assert.equal(bytes.length, 40)
      assert.equal(bytes[0], 1)
      assert.equal(guidFromBytes(bytes.subarray(3, 19)), '10000000-c0de-4a11-8000-000000000001')
      assert.equal(guidFromBytes(bytes.subarray(19, 35)), resource.appId)
    }),
  ))

test('xms_ftd holds 32 bytes, a 1 and a data centre', () =>
  fc.assert(
    fc.property(seed, (from) => {
      const bytes = decode(footprint(drawn(from)))
      assert.equal(bytes[32], 1)
      assert.match(bytes.subarray(33).toString(), /^us(south|east|west3|north)-dsms$/)
    }),
  ))

test('the data centre is not the same in all tokens', () => {
  const regions = Array.from({ length: 100 }, (_, from) =>
    decode(footprint(drawn(from)))
      .subarray(33)
      .toString(),
  )
  assert.equal(new Set(regions).size, 4)
})

test('aio is base64 and xms_rd is base64url behind a version', () =>
  fc.assert(
    fc.property(seed, (from) => {
      assert.match(internalState(drawn(from)), /^k2Bg[A-Za-z0-9+/]{40}=$/)
      assert.match(routingData(drawn(from)), /^0\.[\w-]{32}$/)
    }),
  ))
