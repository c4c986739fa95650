import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runOnTarget, type Verdict } from '../../engine/run/index.ts'
import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { mockAsLiveTarget } from '../../engine/targets/mock-as-live.ts'
import { isExhaustive, sampleOf } from '../../tests/support/exhaustive.ts'

type Judged = Verdict & { readonly written: string }

async function judgeLive(provider: InProcessOptions, tags?: string): Promise<Judged> {
  const target = await mockAsLiveTarget(provider)
  let written = ''
  const write = (text: string) => {
    written += text
  }
  return { ...(await runOnTarget(target, { tags, isTty: false, write })), written }
}

/** The other scenarios are run on a laxer tenant by `proofs/live-scenarios.ts`. */
const aboutFmiPath = isExhaustive
  ? undefined
  : '@rule:FMI-KNOWN or @rule:FMI-OWN-AGENT or @rule:FMI-BLUEPRINT or @rule:T1-AGENT-CASE or @rule:T1-AGENT'

describe('a live target', () => {
  it('is told how many scenarios need a power over it that nobody has', async () => {
    const { passed, withoutPower, written } = await judgeLive({}, '@rule:T1-EXPIRED')
    assert.equal(passed, 0)
    assert.ok(withoutPower > 0)
    assert.match(
      written,
      /Skipped, not testable on a live tenant:\n {2}\d+ scenarios?, which needs? control/,
    )
  })

  it('conforms where a provider is laxer in what is inferred, with observations', async () => {
    const lax = await judgeLive(
      { waivedRules: ['FMI-KNOWN', 'FMI-OWN-AGENT', 'FMI-BLUEPRINT'] },
      aboutFmiPath,
    )
    assert.equal(lax.exitCode, 0)
    const about = new Set(
      lax.scenarios.filter((one) => one.observations.length > 0).flatMap((one) => one.rules),
    )
    for (const id of ['FMI-KNOWN', 'FMI-OWN-AGENT', 'FMI-BLUEPRINT']) assert.ok(about.has(id), id)
    assert.ok(lax.observed >= 3)
  })

  it('does not conform where a provider accepts a forged or stolen T1, whose refusal is sure', async () => {
    for (const rule of sampleOf(['T1-SIGNATURE', 'T1-KEY', 'T1-AGENT'], 3)) {
      const lax = await judgeLive({ waivedRules: [rule] }, `@rule:${rule}`)
      assert.equal(lax.exitCode, 1, rule)
      const { status } = lax.subject.checks.find(({ id }) => id === rule) ?? {}
      assert.equal(status, 'failed', rule)
    }
  })

  it('conforms where a provider refuses a forged T1 with another number', async () => {
    const refused = await judgeLive(
      {
        intercept: async (request, forward) => {
          const answer = await forward(request)
          const body = (await answer.text()).replaceAll('7000274', '50013')
          return new Response(body, { status: answer.status, headers: answer.headers })
        },
      },
      '@rule:T1-SIGNATURE',
    )
    assert.equal(refused.exitCode, 0)
    assert.equal(refused.observed, 1)
    assert.deepEqual(refused.subject.counts.observed, 1)
    assert.match(refused.observations[0]?.text ?? '', /50013\], the mock chose \[7000274\]/)
  })

  it('conforms where a provider is stricter in what is inferred, with observations', async () => {
    const strict = await judgeLive(
      {
        intercept: async (request, forward) => {
          const form = await request.clone().text()
          if (!/fmi_path=[^&]*[A-F]/.test(form)) return forward(request)
          return Response.json({ error: 'invalid_request', error_codes: [90013] }, { status: 400 })
        },
      },
      aboutFmiPath,
    )
    assert.equal(strict.exitCode, 0)
    assert.ok(strict.observations.some(({ scenario }) => scenario.includes('upper case')))
  })

  it('does not conform where a provider breaks what is captured', async () => {
    const tamper = (claims: Readonly<Record<string, unknown>>) => ({ ...claims, xms_idrel: '1 3' })
    assert.equal((await judgeLive({ tamper }, '@rule:TOKEN-FACETS')).exitCode, 1)
  })
})
