import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TokenRequestError } from '../../client/index.ts'
import { agentUserPropagationNumbers, tokenPropagation } from './token-propagation.ts'

const refused = (...errorCodes: readonly number[]) =>
  new TokenRequestError({ step: 'exchange-token', reason: 'refused', problem: 'no', errorCodes })

test('an application that is not known yet may be known in a moment', () => {
  assert.equal(
    tokenPropagation(refused(700016)),
    'the token endpoint does not know the application yet',
  )
})

test('an agent user and its permission may be known in a moment', () => {
  for (const number of [700016, 50034, 65001]) {
    assert.match(tokenPropagation(refused(number), agentUserPropagationNumbers) ?? '', / yet$/)
  }
  assert.equal(tokenPropagation(refused(50057), agentUserPropagationNumbers), undefined)
})

test('a refusal for what was asked does not pass', () => {
  for (const number of [700211, 700213, 7000222, 90002, 65001]) {
    assert.equal(tokenPropagation(refused(number)), undefined)
  }
})

test('an endpoint that is not there is no matter of propagation', () => {
  const error = new TokenRequestError({
    step: 'discovery',
    reason: 'unreachable',
    problem: 'no answer',
    errorCodes: [700016],
  })
  assert.equal(tokenPropagation(error), undefined)
})
