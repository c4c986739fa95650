import { Then, When } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import { graphTokenOf } from '../support/devices.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

When(
  'a client asks who {string} is, with a token for {string}',
  async function (this: W, person: string, scopes: string) {
    const token = await graphTokenOf(this, person, scopes)
    await askWho(this, token)
  },
)

When('a client asks who it is, with a token of its own', async function (this: W) {
  const clientId = this.directory.clientId('Provisioner')
  await askWho(this, await this.control.graphToken({ clientId, roles: ['openid'] }))
})

async function askWho(world: W, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` }
  const path = `${world.directory.graphOrigin}/oidc/userinfo`
  await world.send({ method: 'GET', path, headers, parameters: [] })
}

Then('the client is told who it is', function (this: W) {
  expectSame('the type of the subject', typeof this.answer.body?.sub, 'string')
})
