import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, it } from 'node:test'
import { handOver } from './credential-files.ts'

const certificate = {
  type: 'certificate',
  certificatePem: 'certificate',
  privateKeyPem: 'private key',
} as const

describe('a credential that is handed to an adapter', () => {
  it('is a file for the owner only, where it is a certificate, until it is removed', async () => {
    const { credential, secrets, remove } = await handOver(certificate)
    assert.ok(credential.type === 'certificate')
    assert.equal(await readFile(credential.certificateFile, 'utf8'), 'certificate')
    assert.equal(await readFile(credential.privateKeyFile, 'utf8'), 'private key')
    assert.equal(credential.sendX5c, false)
    assert.deepEqual(secrets, ['private key'])
    if (process.platform !== 'win32') {
      for (const file of [credential.certificateFile, credential.privateKeyFile]) {
        assert.equal((await stat(file)).mode & 0o777, 0o600)
      }
      assert.equal((await stat(dirname(credential.privateKeyFile))).mode & 0o777, 0o700)
    }
    await remove()
    await assert.rejects(stat(dirname(credential.privateKeyFile)), { code: 'ENOENT' })
  })

  it('is otherwise handed over as it is, and known for what of it is secret', async () => {
    const secret = { type: 'secret', value: 's' } as const
    const file = { type: 'assertionFile', file: '/f' } as const
    const identity = {
      type: 'managedIdentity',
      source: 'appService',
      endpoint: 'http://localhost/msi',
      header: 'h',
    } as const
    for (const [given, secrets] of [
      [secret, ['s']],
      [file, []],
      [identity, ['h']],
    ] as const) {
      const handed = await handOver(given)
      assert.deepEqual(handed.credential, given)
      assert.deepEqual(handed.secrets, secrets)
      await handed.remove()
    }
  })
})
