import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { trustingFetch } from '../../wire/trusting-fetch.ts'
import { capabilities } from '../clients/capabilities.ts'
import type { ClientError, ClientUnderTest } from '../clients/client-under-test.ts'
import { openTarget } from '../targets/index.ts'
import type { Target } from '../targets/target.ts'
import { findDistrust } from './find-distrust.ts'

let target: Target
before(async () => {
  target = await openTarget('in-process', { needsPort: true })
})
after(() => target.close())

/** A client that sends one request, and reports what became of it. */
function client(
  send: (url: string) => Promise<unknown>,
  errorOf: (error: unknown) => ClientError = () => ({ kind: 'client', message: 'failed' }),
): ClientUnderTest {
  return {
    name: 'careful',
    version: '1',
    language: undefined,
    capabilities: capabilities.parse({}),
    maxParallel: 1,
    hasVirtualTime: false,
    close: async () => {},
    configure: async ({ authorityHost, tenantId }) => ({
      acquire: async () => {
        try {
          await send(`${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`)
          return { error: { kind: 'server', message: 'refused' } }
        } catch (error) {
          return { error: errorOf(error) }
        }
      },
      reconfigure: async () => {},
      said: async () => '',
      strangeHosts: () => [],
      close: async () => {},
    }),
  }
}

describe('a client that cannot be judged for want of trust', () => {
  it('is told which file to trust, though it says nothing of certificates', async () => {
    const { fetch, close } = trustingFetch(undefined)
    const problem = await findDistrust(
      client((url) => fetch(url)),
      target,
    )
    assert.match(problem ?? '', /^careful does not trust the certificate authority of the mock/)
    assert.ok(problem?.includes(`Make it trust ${target.caFile}`))
    await close()
  })

  it('is known by what it says where it contacted nobody that counts', async () => {
    const message = 'x509: certificate signed by unknown authority'
    const problem = await findDistrust(
      client(
        () => Promise.reject(new Error(message)),
        () => ({ kind: 'client', message }),
      ),
      target,
    )
    assert.match(problem ?? '', /Make it trust/)
  })
})

describe('a client that can be judged', () => {
  it('is one whose request arrives, whatever came of it', async () => {
    const { readFile } = await import('node:fs/promises')
    const { fetch, close } = trustingFetch(await readFile(target.caFile ?? '', 'utf8'))
    assert.equal(
      await findDistrust(
        client((url) => fetch(url)),
        target,
      ),
      undefined,
    )
    await close()
  })

  it('is one that fails for another reason', async () => {
    const broken = client(() => Promise.reject(new Error('not implemented')))
    assert.equal(await findDistrust(broken, target), undefined)
  })
})
