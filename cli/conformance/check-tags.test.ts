import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTags } from './check-tags.ts'

test('an expression of known tags is accepted, however it is written', async () => {
  await checkTags(undefined)
  await checkTags('@mock')
  await checkTags('not(@rule:LEG-FMI-PATH or @client)and @mock')
})

for (const [expression, unknown] of [
  ['@mock and @moc', '@moc'],
  ['(@nothing)', '@nothing'],
  ['mock', 'mock'],
  ['@a\\ b', '@a b'],
] as const) {
  test(`${expression} names ${unknown}, which no scenario has`, async () => {
    await assert.rejects(checkTags(expression), ({ name, message }) => {
      assert.equal(name, 'UsageError')
      assert.ok(
        message.startsWith(`no scenario has the tag ${unknown}. The closest tags: @`),
        message,
      )
      return true
    })
  })
}

test('the tag of a former rule id names the tag of today', async () => {
  await assert.rejects(checkTags('@mock and @rule:retry-2'), {
    name: 'UsageError',
    message: 'no scenario has the tag @rule:retry-2. Use its new name, @rule:RETRY-PER-AGENT.',
  })
})

test('the nearest tag comes first, and case does not count', async () => {
  await assert.rejects(checkTags('@RULE:t1-agnet'), /The closest tags: @rule:T1-AGENT,/)
})
