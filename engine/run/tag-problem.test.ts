import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tagProblem } from './tag-problem.ts'

test('an expression of known tags has no problem, however it is written', async () => {
  assert.equal(await tagProblem('@mock'), undefined)
  assert.equal(await tagProblem('not(@rule:LEG-FMI-PATH or @client)and @mock'), undefined)
})

for (const [expression, unknown] of [
  ['@mock and @moc', '@moc'],
  ['(@nothing)', '@nothing'],
  ['mock', 'mock'],
  ['@a\\ b', '@a b'],
] as const) {
  test(`${expression} names ${unknown}, which no scenario has`, async () => {
    const problem = await tagProblem(expression)
    assert.ok(
      problem?.startsWith(`no scenario has the tag ${unknown}. The closest tags: @`),
      problem,
    )
  })
}

test('the tag of a former rule id names the tag of today', async () => {
  assert.equal(
    await tagProblem('@mock and @rule:retry-2'),
    'no scenario has the tag @rule:retry-2. Use its new name, @rule:RETRY-PER-AGENT.',
  )
})

test('the nearest tag comes first, and case does not count', async () => {
  assert.match((await tagProblem('@RULE:t1-agnet')) ?? '', /The closest tags: @rule:T1-AGENT,/)
})
