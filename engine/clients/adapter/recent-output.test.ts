import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRecentOutput } from './recent-output.ts'

describe('the recent output of a program', () => {
  it('tells what was written since a mark', () => {
    const output = createRecentOutput(100)
    output.append('before\n')
    const mark = output.total()
    assert.equal(output.since(mark), '')
    output.append('after\n')
    assert.equal(output.since(mark), 'after\n')
    assert.equal(output.since(0), 'before\nafter\n')
  })

  it('keeps the newest, and never more than twice what it must', () => {
    const output = createRecentOutput(10)
    for (let digit = 0; digit < 50; digit++) output.append(String(digit % 10))
    assert.equal(output.total(), 50)
    assert.ok(output.since(0).length <= 20)
    assert.ok(output.since(0).endsWith('0123456789'))
    assert.equal(output.since(47), '789')
  })

  it('has last lines, of which the empty ones are left out', () => {
    const output = createRecentOutput(100)
    output.append('one\n\ntwo\r\nthree\n')
    assert.deepEqual(output.lastLines(2), ['two', 'three'])
  })
})
