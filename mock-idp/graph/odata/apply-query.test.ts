import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { runs } from '../../../tests/support/exhaustive.ts'
import { applyQuery } from './apply-query.ts'
import { parseQuery } from './parse-query.ts'
import { recordShape } from './shape.ts'

interface Item {
  readonly position: number
  readonly name: string
  readonly rank: number | null
}

const shape = recordShape('microsoft.graph.item', { name: 'Edm.String', rank: 'Edm.Int32' })
const options = { positionOf: (item: Item) => item.position }
const run = (items: Iterable<Item>, query: string) =>
  applyQuery(items, parseQuery(new URLSearchParams(query)), { ...shape, accessorFor }, options)

function accessorFor(property: string) {
  const accessor = shape.accessorFor(property)
  return accessor && ((item: Item) => accessor({ ...item }))
}

const item = (position: number, name = `n${position}`, rank: number | null = 0): Item => ({
  position,
  name,
  rank,
})
const items = [item(1, 'b', 2), item(2, 'A', null), item(3, 'a', 1), item(4, 'B', 1)]
const positions = (page: readonly Item[]) => page.map(({ position }) => position)

test('objects are sorted by several keys, whatever the case, and stay in order where they are alike', () => {
  assert.deepEqual(positions(run(items, '$orderby=name').page), [2, 3, 1, 4])
  assert.deepEqual(positions(run(items, '$orderby=name desc,rank').page), [4, 1, 2, 3])
  assert.deepEqual(positions(run(items, '$orderby=rank desc').page), [1, 3, 4, 2])
})

test('a page holds a hundred objects unless told otherwise, the last one names no next', () => {
  const many = Array.from({ length: 150 }, (_, at) => item(at))
  const first = run(many, '')
  assert.equal(first.page.length, 100)
  const second = run(many, `$skiptoken=${first.nextSkipToken}`)
  assert.deepEqual(positions(second.page), positions(many.slice(100)))
  assert.equal(second.nextSkipToken, undefined)
})

test('all matches are counted, on the first page only', () => {
  const first = run(items, '$top=1&$count=true&$filter=rank eq 1')
  assert.equal(first.count, 2)
  const token = `&$skiptoken=${first.nextSkipToken}`
  assert.equal(run(items, `$top=1&$count=true&$filter=rank eq 1${token}`).count, undefined)
})

test('no more objects are read than the page needs', () => {
  const read: number[] = []
  const source = function* () {
    for (let at = 0; at < 1000; at += 1) {
      read.push(at)
      yield item(at)
    }
  }
  run(source(), '$top=3')
  assert.deepEqual(read, [0, 1, 2, 3])
})

test('a page token of another filter, another collection or with one character changed is refused', () => {
  const token = run(items, '$top=1').nextSkipToken ?? ''
  const problem = { name: 'ODataProblem', option: '$skiptoken', code: 'Directory_ExpiredPageToken' }
  assert.throws(() => run(items, `$filter=rank eq 1&$skiptoken=${token}`), problem)
  assert.throws(() => run(items, `$skiptoken=x${token}`), problem)
  const query = parseQuery(new URLSearchParams({ $skiptoken: token }))
  const elsewhere = { positionOf: () => 1, collection: '/users' }
  assert.throws(() => applyQuery(items, query, { ...shape, accessorFor }, elsewhere), problem)
  for (let at = 0; at < token.length; at += 1) {
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
    assert.throws(() => run(items, `$skiptoken=${encodeURIComponent(changed)}`), problem, changed)
  }
})

test('an object present throughout comes on exactly one page, whatever comes and goes between pages', () => {
  const change = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    removed: fc.nat(40),
    added: fc.nat(4),
  })
  const query = fc.constantFrom('', '$orderby=name', '$orderby=rank desc,name&$filter=rank ne 1')
  const ranks = fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { maxLength: 30 })
  return fc.assert(
    fc.property(
      query,
      ranks,
      fc.array(change, { minLength: 1, maxLength: 8 }),
      (text, drawn, changes) => {
        const make = (at: number) => item(at, `n${(at * 7) % 5}`, drawn[at % drawn.length] ?? null)
        const store = new Map(drawn.map((_, at) => [at, make(at)]))
        const original = new Set(store.keys())
        const seen: number[] = []
        let next = store.size
        let token = ''
        for (let step = 0; ; step += 1) {
          assert.ok(step < 1000, 'paging comes to an end')
          const { size, removed, added } = changes[step % changes.length] ?? {
            size: 1,
            removed: 0,
            added: 0,
          }
          const { page, nextSkipToken } = run(store.values(), `${text}&$top=${size}${token}`)
          seen.push(...positions(page))
          if (nextSkipToken === undefined) break
          token = `&$skiptoken=${nextSkipToken}`
          store.delete(removed)
          original.delete(removed)
          const room = step < 20 ? added : 0
          for (let count = 0; count < room; count += 1) store.set(next, make(next++))
        }
        assert.equal(new Set(seen).size, seen.length)
        const expected = [...original].filter(
          (at) => !text.includes('$filter') || make(at).rank !== 1,
        )
        assert.deepEqual(
          expected.filter((at) => !seen.includes(at)),
          [],
        )
      },
    ),
    { numRuns: runs(300, 100) },
  )
})
