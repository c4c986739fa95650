import { Given } from '@cucumber/cucumber'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

const endpoint = 'managedIdentity'
/** More often than any client tries. */
const times = 1_000

Given(
  'the next request to the managed identity is answered with {int}',
  async function (this: W, status: number) {
    await this.control.addFault({ endpoint, status, body: JSON.stringify({ statusCode: status }) })
  },
)

Given(
  'every request to the managed identity is answered with {int}',
  async function (this: W, status: number) {
    const body = JSON.stringify({ error: 'invalid_request', error_description: 'refused' })
    await this.control.addFault({ endpoint, status, body, times })
  },
)

Given('no request to the managed identity gets an answer', async function (this: W) {
  await this.control.addFault({ endpoint, connection: 'drop', times })
})

Given(
  'the next request to the managed identity is redirected to another host',
  async function (this: W) {
    const { hostname, port, protocol } = new URL(this.target.httpUrl ?? this.target.authorityHost)
    // The same machine under another name, so that a request that follows is seen.
    const otherName = hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'
    const query = 'api-version=2019-08-01&resource=api://AzureADTokenExchange'
    const location = `${protocol}//${otherName}:${port}/msi/token?${query}`
    await this.control.addFault({ endpoint, status: 307, headers: { location } })
  },
)
