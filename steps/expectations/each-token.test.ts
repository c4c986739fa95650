import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Directory } from '../../engine/cast/directory.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import {
  expectAllDifferent,
  expectClaim,
  expectEach,
  expectNames,
  expectOwn,
  type IssuedToken,
} from './each-token.ts'
import { expectTypes } from './value-types.ts'

const context = { directory: {} as Directory, nowSeconds: 1_000_000 }

function token(
  client: 'Booking' | 'Billing',
  claims: Readonly<Record<string, unknown>>,
): IssuedToken {
  const name = `the token of ${client}`
  const party = { client, agent: client, tenant: 'Contoso', resource: 'Microsoft Graph' } as const
  return { name, ...party, answer: {} as Answer, token: '', claims }
}

const thrownBy = (act: () => void) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Difference) return [error.what, error.expected, error.actual]
    throw error
  }
  return undefined
}

describe('a claim of several tokens', () => {
  const both = [token('Booking', { ver: '1.0' }), token('Billing', { ver: '1.0' })]
  const claims = (one: IssuedToken) => one.claims

  it('is one difference that names every token where it is wrong', () =>
    assert.deepEqual(
      thrownBy(() => expectEach('the claim', both, claims, [['ver', '2.0']], context)),
      ['the claim ver of the token of Booking, the token of Billing', '2.0', '1.0'],
    ))

  it('is missing or too much, in the words of the reader', () => {
    const names = (list: readonly string[], isComplete: boolean) =>
      thrownBy(() => expectNames('the claims', both, claims, list, { isComplete }))
    assert.equal(names(['ver', 'roles?'], true), undefined)
    assert.equal(names(['ver?', 'tid'], false)?.[2], 'without tid')
    assert.equal(names(['tid?'], true)?.[2], 'with ver')
  })

  it('differs in every token', () => {
    assert.equal(thrownBy(() => expectAllDifferent(both, 'ver'))?.[2], 'as in the token of Booking')
    assert.equal(thrownBy(() => expectAllDifferent(both, 'uti'))?.[2], 'absent')
  })

  it('is one of each client, and of no other', () => {
    const of = (...ids: readonly (readonly ['Booking' | 'Billing', string])[]) =>
      thrownBy(() =>
        expectOwn(
          ids.map(([client, oid]) => token(client, { oid })),
          'oid',
        ),
      )
    assert.equal(of(['Booking', 'a'], ['Billing', 'b'], ['Booking', 'a']), undefined)
    assert.equal(of(['Booking', 'a'], ['Booking', 'b'])?.[2], 'b')
    assert.equal(of(['Booking', 'a'], ['Billing', 'a'])?.[2], 'a, that of Booking in Contoso')
  })
})

describe('a claim', () => {
  const judged = (claims: Readonly<Record<string, unknown>>, claim: string, words: string) =>
    thrownBy(() => expectClaim(claims, claim, words, context))

  it('is a text where the table holds a text', () => {
    assert.equal(judged({ azpacr: '1' }, 'azpacr', '1'), undefined)
    assert.deepEqual(judged({ azpacr: 1 }, 'azpacr', '1'), ['the claim azpacr', 'the text 1', '1'])
  })

  it('is the same as another', () => {
    assert.equal(judged({ iat: 7, nbf: 7 }, 'iat', 'the same as its nbf'), undefined)
    assert.ok(judged({ iat: 7, nbf: 8 }, 'iat', 'the same as its nbf'))
    assert.ok(judged({}, 'iat', 'the same as its nbf'))
  })

  it('is some seconds after another', () => {
    const words = '3900 seconds after its nbf'
    assert.equal(judged({ nbf: 100, exp: 4000 }, 'exp', words), undefined)
    assert.equal(judged({ nbf: 100, exp: 4600 }, 'exp', words)?.[2], '4500 s')
    assert.ok(judged({ nbf: 100 }, 'exp', words))
  })
})

describe('the type of a member', () => {
  const typed = (type: string, value: unknown) =>
    thrownBy(() => expectTypes('the member', [{ name: 'it', values: { m: value } }], [[type, 'm']]))

  for (const [type, right, wrong] of [
    ['a whole number', 3599, '3599'],
    ['a whole number in text', '3599', 3599],
    ['a text', 'a', ['a']],
    ['true or false', false, 'false'],
    ['a GUID', '10000000-c0de-4a11-8000-000000000001', '10000000-C0DE-4A11-8000-000000000001'],
    ['a list of different texts', ['a', 'b'], ['a', 'a']],
    ['a list of whole numbers', [1], ['1']],
    ['an https address', 'https://a.example', 'http://a.example'],
  ] as const) {
    it(`is ${type}`, () => {
      assert.equal(typed(type, right), undefined)
      assert.ok(typed(type, wrong))
    })
  }

  it('is not asked of what is absent', () =>
    assert.equal(
      thrownBy(() => expectTypes('the member', [{ name: 'it', values: {} }], [['a text', 'm']])),
      undefined,
    ))
})
