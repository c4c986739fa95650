import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import { inProcessClient } from '../clients/reference.ts'
import { type ConformanceOptions, runConformance } from './index.ts'

async function run(options: Partial<ConformanceOptions>) {
  let written = ''
  const write = (text: string) => {
    written += text
  }
  const verdict = await runConformance({ target: 'in-process', isTty: false, write, ...options })
  return { ...verdict, written }
}

describe('the verdict on a client without a token', () => {
  it('tells the root, not its consequences, where a client gets no token', async () => {
    const client = inProcessClient('wrong grant', {
      network: (send) => (url, init) =>
        send(url, {
          ...init,
          ...(init.body && { body: init.body.replace('=client_credentials', '=password') }),
        }),
    })
    const tags = '@rule:LEG-FMI-PATH or @rule:CACHE-REUSE or @rule:RETRY-ENDS'
    const { exitCode, passed, written, subject } = await run({ client, tags })
    assert.deepEqual([exitCode, passed], [1, 0])
    const broken = subject.checks.filter(({ status }) => status === 'failed').map(({ id }) => id)
    assert.deepEqual(broken, ['LEG-GRANT'])
    assert.match(
      written,
      /\nNot judged, because the client got no token:\n {2}\d+ because no token with a client secret: the request for T1 was refused with 400 unsupported_grant_type AADSTS70003 under REQ-GRANT/,
    )
  })

  it('tells a refusal under the rule that the client broke', async () => {
    const client = inProcessClient('no fmi_path', {
      network: (send) => (url, init) =>
        send(url, { ...init, ...(init.body && { body: init.body.replace('fmi_path', 'path') }) }),
    })
    const { exitCode, subject, written } = await run({ client, tags: '@rule:CACHE-PER-AGENT' })
    assert.equal(exitCode, 1)
    const broken = subject.checks.filter(({ status }) => status === 'failed').map(({ id }) => id)
    assert.deepEqual(broken, ['LEG-FMI-PATH'])
    assert.match(written, /and the client breaks LEG-FMI-PATH there/)
  })

  it('cannot be judged when no request of the client arrives', async () => {
    const client: ClientUnderTest = {
      ...inProcessClient('silent'),
      configure: async () => ({
        acquire: async () => ({ error: { kind: 'server', message: 'unknown authority' } }),
        reconfigure: async () => {},
        said: async () => '',
        strangeHosts: () => [],
        close: async () => {},
      }),
    }
    const { exitCode, problems, written } = await run({ client, tags: '@rule:LEG-FMI-PATH' })
    assert.equal(exitCode, 2)
    assert.match(problems.join(), /no request of the client reached the mock. It says: unknown aut/)
    assert.equal(written.split('unknown authority').length, 2)
  })

  it('says what a client declares and no scenario judges', async () => {
    const plain = inProcessClient('with a second way')
    const redirect = ['authority' as const, 'impersonate' as const]
    const client = { ...plain, capabilities: { ...plain.capabilities, redirect } }
    const { exitCode, subject, written } = await run({ client, tags: '@rule:INPUT-BLANK' })
    assert.deepEqual(
      [exitCode, subject.notJudged],
      [0, ['the redirect impersonate: this run uses authority']],
    )
    assert.match(written, /0 not testable, 1 declared and not judged\n$/)
  })
})
