import { Given } from '@cucumber/cucumber'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('the client under test caches tokens', function (this: W) {
  this.client.needs('a cache', ({ cache }) => cache.enabled)
})

Given('the client under test shares simultaneous requests', function (this: W) {
  this.client.needs('cache.singleFlight', ({ cache }) => cache.singleFlight)
})

Given('the client under test retries by itself', function (this: W) {
  this.client.needs('the retry policy client', ({ retry }) => retry.policy === 'client')
})

Given('the client under test checks the tokens it gets', function (this: W) {
  this.client.needs('checksToken', ({ checksToken }) => checksToken)
})

Given('the client under test accepts a tenant for each call', function (this: W) {
  this.client.needs('tenantPerCall', ({ tenantPerCall }) => tenantPerCall)
  // A managed identity and the issuer of a file are trusted in one tenant of the scenario.
  this.client.needs('the credential secret or certificate', ({ credentials }) =>
    credentials.some((one) => one === 'secret' || one === 'certificate'),
  )
})

/** So a token is stale soon after it was fresh, and nobody waits for an hour. */
Given(
  'every token outlives the renewal margin of the client by {duration}',
  async function (this: W, seconds: number) {
    // expires_in is one second less than the lifetime.
    const lifetime = this.client.capabilities.cache.skewSeconds + seconds + 1
    await this.control.setLifetimes({ t1Seconds: lifetime, agentTokenSeconds: lifetime })
  },
)

/** So no token may be handed out twice, and nobody waits for its end. */
Given('every token ends within the renewal margin of the client', async function (this: W) {
  const { skewSeconds } = this.client.capabilities.cache
  this.client.needs('a renewal margin of a minute', () => skewSeconds >= 60)
  const lifetime = skewSeconds - 10
  await this.control.setLifetimes({ t1Seconds: lifetime, agentTokenSeconds: lifetime })
})
