import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Difference } from '../../engine/outcomes/difference.ts'
import { type Answer, readAnswer } from '../../engine/requests/answer.ts'
import { cataloguedEvidence } from '../../mock-idp/index.ts'
import { agentSubject } from './agent-subject.ts'
import { sameFacets } from './facets.ts'
import { judgeRefusal, refusalRule } from './refusal.ts'

function refused(error: string, code: number, status: number, rule = ''): Promise<Answer> {
  const headers = rule ? { 'x-mock-rule': rule } : {}
  return readAnswer(Response.json({ error, error_codes: [code] }, { status, headers }))
}

describe('facets', () => {
  it('compares sets, not texts', () => assert.ok(sameFacets('11 3 9', ['3', '9', '11'])))
  it('demands a decoy beside a single one', () => {
    assert.ok(sameFacets('12 7', ['7']))
    assert.ok(!sameFacets('7', ['7']))
  })
  it('allows no decoy beside several', () => assert.ok(!sameFacets('3 9 2', ['3', '9'])))
  it('takes 1 and 3 for the tenant', () => assert.ok(sameFacets('9 1', ['tenant', '9'])))
})

it('spells the subject of T1 as public captures do', () => {
  const [tenant, blueprint] = [
    '00112233-4455-6677-8899-aabbccddeeff',
    'ffeeddcc-bbaa-9988-7766-554433221100',
  ]
  const subject = agentSubject(tenant, blueprint, 'path')
  assert.equal(subject, '/eid1/c/pub/t/MyIRAFVEd2aImaq7zN3u_w/a/zN3u_6q7iJl3ZlVEMyIRAA/path')
})

describe('a refusal', () => {
  const rule = refusalRule('CLIENT-ENABLED')

  it('is compared exactly on a mock, the name of the rule included', async () => {
    const right = await refused('unauthorized_client', 7000112, 400, 'CLIENT-ENABLED')
    assert.deepEqual(judgeRefusal(rule, right, 'in-process'), [])
    const other = await refused('unauthorized_client', 7000112, 400, 'CLIENT-KNOWN')
    assert.throws(() => judgeRefusal(rule, other, 'server'), Difference)
  })

  it('is observed on a live tenant where the mock had to choose', async () => {
    const answer = await refused('invalid_client', 7000112, 401)
    assert.deepEqual(judgeRefusal(rule, answer, 'live'), [
      'status: 401, the mock chose 400',
      'error: invalid_client, the mock chose unauthorized_client',
    ])
  })

  it('may have another number and status on a live tenant where nobody saw the answer', async () => {
    const answer = await refused('invalid_grant', 50013, 400)
    assert.deepEqual(
      judgeRefusal(refusalRule('T1-SIGNATURE'), answer, 'live', cataloguedEvidence),
      [
        'status: 400, the mock chose 401',
        'error: invalid_grant, the mock chose invalid_client',
        'aadsts: [50013], the mock chose [7000274]',
      ],
    )
  })

  it('must not be a token, whatever is known of the answer', async () => {
    const issued = await readAnswer(Response.json({ access_token: 'a.b.c', token_type: 'Bearer' }))
    assert.throws(() => judgeRefusal(refusalRule('T1-SIGNATURE'), issued, 'live'), {
      name: 'Difference',
      message: /^the request is refused under rule T1-SIGNATURE \(standard\): refusal/,
    })
  })

  it('is neither a fault of the server nor an error with a token, on any target', async () => {
    const rule = refusalRule('T1-SIGNATURE')
    const faulty = await refused('invalid_client', 7000274, 500)
    const generous = await readAnswer(Response.json({ access_token: 'a.b.c' }, { status: 401 }))
    for (const answer of [faulty, generous]) {
      assert.throws(() => judgeRefusal(rule, answer, 'live'), /: refusal/)
    }
  })

  it('is compared in every part that a live tenant showed', async () => {
    const answer = await refused('invalid_client', 50013, 401)
    const observed = { kind: 'observed', source: 'a tenant' } as const
    assert.throws(
      () => judgeRefusal(refusalRule('T1-SIGNATURE'), answer, 'live', () => observed),
      Difference,
    )
  })

  it('fails on a live tenant where the evidence shows otherwise', async () => {
    const answer = await refused('unauthorized_client', 700016, 400)
    assert.throws(() => judgeRefusal(rule, answer, 'live'), Difference)
  })
})
