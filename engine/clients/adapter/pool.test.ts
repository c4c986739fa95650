import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPool } from './pool.ts'

function numbered(most: number) {
  let opened = 0
  const pool = createPool(0, most, async () => {
    opened += 1
    if (opened === 3) throw new Error('the third does not open')
    return opened
  })
  return { pool, opened: () => opened }
}

describe('a pool', () => {
  it('opens another only when all that are open are in use', async () => {
    const { pool, opened } = numbered(2)
    const first = await pool.take()
    pool.giveBack(first)
    assert.equal(await pool.take(), first)
    assert.equal(opened(), 0)
    assert.equal(await pool.take(), 1)
    assert.deepEqual(await pool.all(), [0, 1])
  })

  it('lets wait while as many as allowed are in use', async () => {
    const { pool, opened } = numbered(1)
    const taken = await pool.take()
    const next = pool.take()
    pool.giveBack(taken)
    assert.equal(await next, taken)
    assert.equal(opened(), 0)
  })

  it('replaces one that was dropped', async () => {
    const { pool } = numbered(1)
    const taken = await pool.take()
    const next = pool.take()
    pool.drop(taken)
    pool.drop(taken)
    assert.equal(await next, 1)
    assert.deepEqual(await pool.all(), [1])
  })

  it('keeps the place of one that could not be opened', async () => {
    const { pool } = numbered(3)
    await pool.take()
    pool.drop(await pool.take())
    pool.drop(await pool.take())
    await assert.rejects(pool.take(), /third/)
    assert.equal(await pool.take(), 4)
    assert.equal(await pool.take(), 5)
  })
})
