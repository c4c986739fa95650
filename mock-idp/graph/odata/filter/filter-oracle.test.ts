import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { runs } from '../../../../tests/support/exhaustive.ts'
import { recordShape } from '../shape.ts'
import { compileFilter } from './compile-filter.ts'
import { parseFilter } from './parse-filter.ts'

interface Thing {
  readonly name: string | null
  readonly count: number | null
  readonly on: boolean
  readonly at: string
  readonly tags: readonly string[]
}

/** A filter as text, what it means, and how strongly its outermost operator binds: 0 `or`, 1 `and`, 2 all else. */
interface Sample {
  readonly text: string
  readonly holds: (thing: Thing) => boolean
  readonly strength: 0 | 1 | 2
}

const shape = recordShape('microsoft.graph.thing', {
  name: 'Edm.String',
  count: 'Edm.Int32',
  on: 'Edm.Boolean',
  at: 'Edm.DateTimeOffset',
  tags: undefined,
})

const text = fc.string({
  unit: fc.constantFrom('a', 'B', "'", ' or ', '(', ')', 'é'),
  maxLength: 3,
})
const time = fc.integer({ min: 0, max: 3 }).map((day) => `2024-01-0${day + 1}T00:00:00Z`)
const small = fc.integer({ min: -2, max: 2 })
const thing: fc.Arbitrary<Thing> = fc.record({
  name: fc.option(text),
  count: fc.option(small),
  on: fc.boolean(),
  at: time,
  tags: fc.array(text, { maxLength: 3 }),
})

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase()
const leaf = (written: string, holds: Sample['holds']): Sample => ({
  text: written,
  holds,
  strength: 2,
})

const numberOperators: Readonly<Record<string, (value: number, wanted: number) => boolean>> = {
  gt: (value, wanted) => value > wanted,
  GE: (value, wanted) => value >= wanted,
  lt: (value, wanted) => value < wanted,
  le: (value, wanted) => value <= wanted,
  eq: (value, wanted) => value === wanted,
}

const leaves: fc.Arbitrary<Sample> = fc.oneof(
  text.map((t) => leaf(`name eq ${quoted(t)}`, ({ name }) => name !== null && same(name, t))),
  text.map((t) => leaf(`name NE ${quoted(t)}`, ({ name }) => name === null || !same(name, t))),
  fc.constant(leaf('name eq null', ({ name }) => name === null)),
  fc.constant(leaf('null ne name', ({ name }) => name !== null)),
  fc.boolean().map((b) => leaf(`on eq ${b}`, ({ on }) => on === b)),
  fc.constant(leaf('on', ({ on }) => on)),
  fc
    .tuple(fc.constantFrom(...Object.entries(numberOperators)), small)
    .map(([[name, holds], n]) =>
      leaf(`count ${name} ${n}`, ({ count }) => count !== null && holds(count, n)),
    ),
  time.map((t) => leaf(`at ge ${t}`, ({ at }) => at >= t)),
  fc
    .array(text, { minLength: 1, maxLength: 3 })
    .map((all) =>
      leaf(`name in (${all.map(quoted).join(' , ')})`, ({ name }) =>
        all.some((t) => name !== null && same(name, t)),
      ),
    ),
  text.map((t) =>
    leaf(
      `startsWith( name, ${quoted(t)} )`,
      ({ name }) => name?.toLowerCase().startsWith(t.toLowerCase()) ?? false,
    ),
  ),
  text.map((t) =>
    leaf(
      `endswith(name,${quoted(t)}) eq true`,
      ({ name }) => name?.toLowerCase().endsWith(t.toLowerCase()) ?? false,
    ),
  ),
  text.map((t) =>
    leaf(
      `contains(name,${quoted(t)}) eq false`,
      ({ name }) => !name?.toLowerCase().includes(t.toLowerCase()),
    ),
  ),
  text.map((t) =>
    leaf(`tags/any (t: t eq ${quoted(t)} or t eq 'a')`, ({ tags }) =>
      tags.some((tag) => same(tag, t) || same(tag, 'a')),
    ),
  ),
  text.map((t) =>
    leaf(`tags/all(t:t ne ${quoted(t)})`, ({ tags }) => tags.every((tag) => !same(tag, t))),
  ),
  fc.constant(leaf('tags/any()', ({ tags }) => tags.length > 0)),
  small.map((n) => leaf(`tags/$count ge ${n}`, ({ tags }) => tags.length >= n)),
)

/** Parentheses only where the precedence of OData wants them: `not` before `and` before `or`. */
const within = (sample: Sample, strength: number) =>
  sample.strength < strength ? `(${sample.text})` : sample.text

const { sample: samples } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 5 },
    leaves,
    fc.tuple(tie('sample'), tie('sample')).map(([left, right]) => ({
      text: `${within(left, 0)} or ${within(right, 0)}`,
      holds: (object: Thing) => left.holds(object) || right.holds(object),
      strength: 0 as const,
    })),
    fc.tuple(tie('sample'), tie('sample')).map(([left, right]) => ({
      text: `${within(left, 1)} And ${within(right, 1)}`,
      holds: (object: Thing) => left.holds(object) && right.holds(object),
      strength: 1 as const,
    })),
    tie('sample').map((inner) =>
      leaf(`not(${inner.text})`, (object: Thing) => !inner.holds(object)),
    ),
  ),
}))

test('a random filter holds exactly for the objects it should hold for', () => {
  return fc.assert(
    fc.property(samples, fc.array(thing, { maxLength: 8 }), (sample, things) => {
      const holds = compileFilter(parseFilter(sample.text), shape)
      assert.deepEqual(
        things.map((object) => holds({ ...object })),
        things.map((object) => sample.holds(object)),
      )
    }),
    { numRuns: runs(1000, 200) },
  )
})
