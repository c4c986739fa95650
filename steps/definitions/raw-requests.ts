import { Given, When } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import {
  type AgentName,
  type ApplicationName,
  type ClientName,
  homeOf,
} from '../../engine/cast/names.ts'
import { redemptionRequest } from '../../engine/requests/token-requests.ts'
import {
  asJson,
  asMultipart,
  endingWith,
  inUrl,
  repeated,
  withHeader,
  withLast,
  withParameter,
} from '../../engine/requests/wire-request.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  'a request of {client} for T1 for {agent identity}',
  async function (this: W, client: ClientName, agent: AgentName) {
    const fmiPath = this.directory.clientId(agent)
    this.wire = await this.t1Request(client, fmiPath, homeOf(agent))
  },
)

Given(
  'a request of {client} for a token for {scope}',
  async function (this: W, client: ClientName, scope: Scope) {
    this.wire = await this.tokenRequest(client, scope(this.directory))
  },
)

Given(
  'a request of {client} that redeems it for {scope}',
  function (this: W, client: ClientName, scope: Scope) {
    const { directory, it: assertion } = this
    this.wire = redemptionRequest(directory, { client, scope: scope(directory), assertion })
  },
)

Given('a request to {string}', function (this: W, path: string) {
  const empty = { headers: {}, parameters: [] }
  this.wire = { method: 'GET', path: fill(path, this.directory), ...empty }
})

Given('its method is {string}', function (this: W, method: string) {
  this.wire = { ...this.wire, method }
})

Given('its path is {string}', function (this: W, path: string) {
  this.wire = { ...this.wire, path: fill(path, this.directory) }
})

Given('its {string} is {string}', function (this: W, name: string, value: string) {
  this.wire = withParameter(this.wire, name, fill(value, this.directory))
})

Given(
  'its {string} is the client secret of {application}',
  function (this: W, name: string, client: ApplicationName) {
    this.wire = withParameter(this.wire, name, this.directory.secret(client))
  },
)

Given('its {string} comes last', function (this: W, name: string) {
  this.wire = withLast(this.wire, name)
})

Given('its {string} is repeated', function (this: W, name: string) {
  this.wire = repeated(this.wire, name)
})

Given('its {string} is in the URL instead of the form', function (this: W, name: string) {
  this.wire = inUrl(this.wire, name)
})

Given('it lacks {string}', function (this: W, name: string) {
  this.wire = withParameter(this.wire, name, undefined)
})

Given('its header {string} is {string}', function (this: W, name: string, value: string) {
  this.wire = withHeader(this.wire, name, fill(value, this.directory))
})

Given('it lacks a credential', function (this: W) {
  const credentials = ['client_secret', 'client_assertion', 'client_assertion_type']
  const bare = withHeader(this.wire, 'authorization', undefined)
  this.wire = credentials.reduce((wire, name) => withParameter(wire, name, undefined), bare)
})

Given('it lacks the header {string}', function (this: W, name: string) {
  this.wire = withHeader(this.wire, name, undefined)
})

Given('its body is {string}', function (this: W, body: string) {
  const wire = { ...this.wire, body: fill(body, this.directory) }
  // The control API takes nothing else.
  const isControl = wire.path.startsWith('/_mock/')
  this.wire = isControl ? withHeader(wire, 'content-type', 'application/json') : wire
})

Given('its parameters are in its body', function (this: W) {
  this.wire = endingWith(this.wire, '')
})

Given('its body is sent as JSON', function (this: W) {
  this.wire = asJson(this.wire)
})

Given('its body is sent as multipart', function (this: W) {
  this.wire = asMultipart(this.wire)
})

Given('its body ends with {string}', function (this: W, text: string) {
  this.wire = endingWith(this.wire, fill(text, this.directory))
})

Given('its body is {int} bytes longer', function (this: W, count: number) {
  this.wire = withParameter(this.wire, 'padding', 'x'.repeat(count))
})

Given('it has been sent', async function (this: W) {
  issuedToken(await this.send(this.wire))
})

When('it is sent', async function (this: W) {
  await this.send(this.wire)
})

Given('a client has read {string}', async function (this: W, path: string) {
  const empty = { headers: {}, parameters: [] }
  await this.send({ method: 'GET', path: fill(path, this.directory), ...empty })
})

When('a client reads {string}', async function (this: W, path: string) {
  const empty = { headers: {}, parameters: [] }
  await this.send({ method: 'GET', path: fill(path, this.directory), ...empty })
})
