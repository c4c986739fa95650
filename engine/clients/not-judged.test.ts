import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capabilities } from './capabilities.ts'
import { declaredNotJudged } from './not-judged.ts'

const notJudged = (declared: object) => declaredNotJudged(capabilities.parse(declared))

test('nothing is left out of what a plain client declares', () => {
  assert.deepEqual(notJudged({}), [])
  assert.deepEqual(notJudged({ credentials: ['managedIdentity:imds'], forceRefresh: true }), [])
})

test('every flow is judged', () => {
  assert.deepEqual(notJudged({ flows: ['autonomous', 'agentUser', 'obo'] }), [])
})

test('a way to reach the mock that was not used is said not to be judged', () => {
  assert.deepEqual(
    notJudged({ redirect: ['authority', 'impersonate'], schemes: ['https', 'http'] }),
    ['the redirect impersonate: this run uses authority', 'the scheme http: this run uses https'],
  )
  assert.deepEqual(notJudged({ redirect: ['metadata'], schemes: ['https', 'http'] }), [])
})

test('a capability with a mistake in its name is pointed out', () => {
  assert.deepEqual(notJudged({ checkToken: true }), [
    '"checkToken": this version does not know this capability',
  ])
})
