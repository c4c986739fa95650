import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseShard, partOf } from '../tests/support/shard.ts'
import { proofs } from './index.ts'
import { costOf, sharesOf } from './shards.ts'

const shard = (text: string) => sharesOf(proofs, parseShard(text))
const named = ({ proof, part }: { proof: { name: string }; part: number }) =>
  `${proof.name} ${part}`

describe('shards', () => {
  it('run every part of every proof exactly once', () => {
    const all = shard('1/1').map(named)
    assert.equal(new Set(all).size, all.length)
    for (const of of [2, 3, 4, 7]) {
      const divided = Array.from({ length: of }, (_, at) => shard(`${at + 1}/${of}`)).flat()
      assert.deepEqual(divided.map(named).sort(), [...all].sort())
    }
  })

  it('cost about the same', () => {
    const costs = ['1/4', '2/4', '3/4', '4/4'].map((text) =>
      shard(text).reduce((sum, share) => sum + costOf(share), 0),
    )
    assert.ok(Math.max(...costs) < 1.25 * Math.min(...costs), costs.join())
  })

  it('are numbered from one', () => {
    for (const text of ['0/4', '5/4', '1', '1/x', '']) {
      assert.throws(() => parseShard(text), /is not a shard/)
    }
  })

  it('take every nth', () => {
    assert.deepEqual(partOf(['a', 'b', 'c', 'd', 'e'], { number: 2, of: 2 }), ['b', 'd'])
  })
})

it('every proof has a name of its own that --only can take', () => {
  const names = proofs.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const name of names) assert.match(name, /^[a-z][a-z-]+$/)
})
