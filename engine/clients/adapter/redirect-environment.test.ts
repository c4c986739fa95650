import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withRedirect } from './redirect-environment.ts'

describe('the environment of a redirected process', () => {
  it('is that of the program, over which the redirect wins', () => {
    const redirect = { environment: { HTTPS_PROXY: 'http://localhost:1' } }
    assert.deepEqual(withRedirect({ HTTPS_PROXY: 'http://other', A: '1' }, redirect), {
      HTTPS_PROXY: 'http://localhost:1',
      A: '1',
    })
    assert.deepEqual(withRedirect({ A: '1' }, undefined), { A: '1' })
    assert.deepEqual(withRedirect(undefined, undefined), {})
  })

  it('joins the options of both', () => {
    const redirect = { environment: { NODE_OPTIONS: '--import r.mjs' } }
    assert.deepEqual(withRedirect({ NODE_OPTIONS: '--no-warnings' }, redirect), {
      NODE_OPTIONS: '--no-warnings --import r.mjs',
    })
    assert.deepEqual(withRedirect({ NODE_OPTIONS: '--import r' }, redirect), redirect.environment)
    assert.deepEqual(withRedirect({ JAVA_TOOL_OPTIONS: '-Xmx1g' }, redirect), {
      JAVA_TOOL_OPTIONS: '-Xmx1g',
      NODE_OPTIONS: '--import r.mjs',
    })
  })
})
