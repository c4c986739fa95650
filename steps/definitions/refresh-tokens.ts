import { Given, Then, When } from '@cucumber/cucumber'
import type { AgentName, ClientName, PersonName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { withParameter } from '../../engine/requests/wire-request.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import {
  agentUserRequestOf,
  behalfRequest,
  keepRefreshToken,
  refreshRequest,
} from '../support/delegated-flows.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const lasting = (world: W, scope: Scope) => `${scope(world.directory)} offline_access`

Given(
  '{agent identity} has obtained a refresh token for {scope} on behalf of {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    await this.send(await behalfRequest(this, client, person, lasting(this, scope)))
    keepRefreshToken(this)
  },
)

Given(
  '{agent identity} has obtained a refresh token for {scope} as {person}',
  async function (this: W, client: AgentName, scope: Scope, person: PersonName) {
    const user = { user_id: this.directory.personId(person) }
    await this.send(await agentUserRequestOf(this, client, user, lasting(this, scope)))
    keepRefreshToken(this)
  },
)

When('{client} renews the token', async function (this: W, client: ClientName) {
  await this.send(await refreshRequest(this, client))
})

When(
  '{client} renews the token for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    await this.send(await refreshRequest(this, client, scope(this.directory)))
  },
)

Given('{client} has renewed the token', async function (this: W, client: ClientName) {
  issuedToken(await this.send(await refreshRequest(this, client)), `${client} renews its token`)
})

Given(
  '{client} has renewed the token and kept the new refresh token',
  async function (this: W, client: ClientName) {
    const scope = `${this.directory.address('Microsoft Graph')}/.default offline_access`
    await this.send(await refreshRequest(this, client, scope))
    keepRefreshToken(this)
  },
)

Given('a request of {client} that renews the token', async function (this: W, client: ClientName) {
  this.wire = await refreshRequest(this, client)
})

/** What somebody might send who has a refresh token almost. */
const spellings: Readonly<Record<string, (token: string) => string>> = {
  'in lower case': (token) => token.toLowerCase(),
  'cut in half': (token) => token.slice(0, token.length / 2),
  'sent twice in one': (token) => `${token}${token}`,
}

Given(
  /^its "refresh_token" is (in lower case|cut in half|sent twice in one)$/,
  function (this: W, spelling: string) {
    const [, token = ''] = this.wire.parameters.find(([name]) => name === 'refresh_token') ?? []
    this.wire = withParameter(this.wire, 'refresh_token', spellings[spelling]?.(token))
  },
)

Then('the refresh token of the answer is no JWT', function (this: W) {
  const token = String(this.answer.body?.refresh_token ?? '')
  if (token !== '' && token.split('.').length !== 3) return
  throw new Difference('the member refresh_token', 'opaque', token === '' ? 'absent' : 'a JWT')
})
