import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openReader, reasonToSkip } from './support/read-along.ts'
import { root } from './support/run-tool.ts'

test('every example of the README does what it says', { skip: reasonToSkip }, async () => {
  const reader = await openReader()
  try {
    const output = await reader.follow('README.md')
    assert.match(output, /"token_type":"Bearer","expires_in":3599/)
    assert.match(output, /x-mock-rule: T1-AGENT/)
    assert.match(output, /AADSTS7002137/)
    assert.match(output, /xms_par_app_azp/)
    assert.match(output, /"tenantId":"[0-9a-f-]{36}"/)
    assert.match(output, /^200$/m)
    assert.match(output, /0 failed/)
    assert.match(output, /booking@contoso\.example/)
    assert.match(output, /bea@contoso\.example/)
  } finally {
    await reader.leave()
  }
})

test('the README is at most 250 lines long', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  assert.ok(readme.split('\n').length <= 251)
})
