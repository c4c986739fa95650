import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTags } from './check-tags.ts'

test('no expression, or one of known tags, is accepted', async () => {
  await checkTags(undefined)
  await checkTags('@mock')
})

test('an expression that names an unknown tag is a wrong use of the command', async () => {
  await assert.rejects(checkTags('@mock and @rule:retry-2'), {
    name: 'UsageError',
    message: 'no scenario has the tag @rule:retry-2. Use its new name, @rule:RETRY-PER-AGENT.',
  })
})
