import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { claimsSatisfy, parseClaimsExpression } from './claims-expression.ts'

const satisfies = (claims: Readonly<Record<string, unknown>>, expression: string) =>
  claimsSatisfy(claims, parseClaimsExpression(expression) ?? assert.fail(expression))

describe('an expression on claims', () => {
  it('is read condition by condition', () =>
    assert.deepEqual(
      parseClaimsExpression("claims['sub'] matches 'repo:a/*' and claims['repository_id'] eq '7'"),
      [
        { claim: 'sub', operator: 'matches', value: 'repo:a/*' },
        { claim: 'repository_id', operator: 'eq', value: '7' },
      ],
    ))

  it('holds a quote as two', () =>
    assert.deepEqual(parseClaimsExpression("claims['sub'] eq 'it''s'"), [
      { claim: 'sub', operator: 'eq', value: "it's" },
    ]))

  for (const text of [
    '',
    "claims['sub']",
    "claims['sub'] eq repo",
    "claims['sub'] startsWith 'repo'",
    "claims['sub']  eq 'repo'",
    "claims['sub'] eq 'repo' or claims['sub'] eq 'other'",
    "claims['sub'] eq 'repo' and ",
    "claims['sub'] eq 'repo' ",
    'claims["sub"] eq "repo"',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(parseClaimsExpression(text), undefined))
  }

  it('matches any characters with * and one with ?', () => {
    const expression = "claims['sub'] matches 'repo:a/*:ref:refs/heads/v?'"
    assert.equal(satisfies({ sub: 'repo:a/b:ref:refs/heads/v1' }, expression), true)
    assert.equal(satisfies({ sub: 'repo:a/:ref:x:ref:refs/heads/v1' }, expression), true)
    assert.equal(satisfies({ sub: 'repo:a/b:ref:refs/heads/v' }, expression), false)
    assert.equal(satisfies({ sub: 'REPO:a/b:ref:refs/heads/v1' }, expression), false)
  })

  it('compares with eq as it stands', () => {
    assert.equal(satisfies({ sub: 'repo:*' }, "claims['sub'] eq 'repo:*'"), true)
    assert.equal(satisfies({ sub: 'repo:a' }, "claims['sub'] eq 'repo:*'"), false)
  })

  it('needs every claim to be there as text', () => {
    const expression = "claims['sub'] matches '*' and claims['repository_id'] eq '7'"
    assert.equal(satisfies({ sub: 'x', repository_id: '7' }, expression), true)
    assert.equal(satisfies({ sub: 'x', repository_id: 7 }, expression), false)
    assert.equal(satisfies({ sub: 'x' }, expression), false)
  })

  it('matches as a regular expression does', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
    fc.assert(
      fc.property(letters, patterns, (sub, pattern) => {
        const regex = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`)
        assert.equal(satisfies({ sub }, `claims['sub'] matches '${pattern}'`), regex.test(sub))
      }),
    )
  })
})
