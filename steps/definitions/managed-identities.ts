import { Given, When } from '@cucumber/cucumber'
import { managedIdentityIn } from '../../engine/cast/find-in-draft.ts'
import type { ManagedIdentityName } from '../../engine/cast/names.ts'
import { managedIdentityRequest } from '../../engine/requests/managed-identity-requests.ts'
import type { Scope } from '../support/scopes.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  'the managed identity {managed identity} is disabled',
  function (this: W, name: ManagedIdentityName) {
    return this.change('Contoso', (draft) => {
      managedIdentityIn(draft, name).enabled = false
    })
  },
)

When(
  '{managed identity} asks the instance metadata service for a token for {scope}',
  async function (this: W, _: ManagedIdentityName, scope: Scope) {
    await this.send(managedIdentityRequest(this.directory, 'imds', scope(this.directory)))
  },
)

When(
  '{managed identity} asks App Service for a token for {scope}',
  async function (this: W, _: ManagedIdentityName, scope: Scope) {
    await this.send(managedIdentityRequest(this.directory, 'appService', scope(this.directory)))
  },
)

Given(
  'a request of {managed identity} to the instance metadata service for {scope}',
  function (this: W, _: ManagedIdentityName, scope: Scope) {
    this.wire = managedIdentityRequest(this.directory, 'imds', scope(this.directory))
  },
)

Given(
  'a request of {managed identity} to App Service for {scope}',
  function (this: W, _: ManagedIdentityName, scope: Scope) {
    this.wire = managedIdentityRequest(this.directory, 'appService', scope(this.directory))
  },
)
