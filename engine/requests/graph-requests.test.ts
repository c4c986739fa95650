import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Directory } from '../cast/directory.ts'
import { graphRequest } from './graph-requests.ts'

const authorityHost = 'https://localhost:8443'
const mock = { authorityHost, graphOrigin: '' } as Directory
const live = {
  authorityHost: 'https://login.microsoftonline.com',
  graphOrigin: 'https://graph.microsoft.com',
} as Directory
const pathOf = (directory: Directory, path: string) =>
  graphRequest(directory, { method: 'GET', path }, 'token').path

describe('a request to the directory', () => {
  it('goes to version 1.0 of where the authority is, on a mock', () =>
    assert.equal(pathOf(mock, '/users'), '/v1.0/users'))

  it('goes to Microsoft Graph on a live tenant', () =>
    assert.equal(pathOf(live, '/users'), 'https://graph.microsoft.com/v1.0/users'))

  it('keeps the version that it names', () =>
    assert.equal(pathOf(live, '/beta/users'), 'https://graph.microsoft.com/beta/users'))

  it('follows a link of a mock as a path', () =>
    assert.equal(pathOf(mock, `${authorityHost}/v1.0/users?x=1`), '/v1.0/users?x=1'))

  it('follows a link of a live tenant as it is', () => {
    const link = 'https://graph.microsoft.com/v1.0/users?x=1'
    assert.equal(pathOf(live, link), link)
  })

  it('carries its token, and what it writes as JSON', () => {
    const asked = { method: 'POST', path: '/users', body: { displayName: 'Porter' } } as const
    assert.deepEqual(graphRequest(mock, asked, 'token'), {
      method: 'POST',
      path: '/v1.0/users',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      parameters: [],
      body: '{"displayName":"Porter"}',
    })
  })

  it('carries no token where nobody asks', () =>
    assert.deepEqual(graphRequest(mock, { method: 'GET', path: '/users' }, undefined).headers, {}))
})
