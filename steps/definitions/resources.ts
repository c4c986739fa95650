import { Given } from '@cucumber/cucumber'
import { agentClaims } from '../../engine/cast/agent-claims.ts'
import { resourceIn, roleHolderIn } from '../../engine/cast/find-in-draft.ts'
import type { ApplicationName, ClientName, ResourceName } from '../../engine/cast/names.ts'
import { homeOf } from '../../engine/cast/names.ts'
import { changeResource } from '../../engine/scenario/edits.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

type OptionalClaim = (typeof agentClaims)[number] | 'xms_cc'

Given('the resource {resource} is disabled', function (this: W, name: ResourceName) {
  return changeResource(this.directory, name, { enabled: false })
})

Given('the resource {resource} requires assignment', function (this: W, name: ResourceName) {
  return changeResource(this.directory, name, { assignmentRequired: true })
})

Given('the resource {resource} takes version 1 tokens', function (this: W, name: ResourceName) {
  return changeResource(this.directory, name, { accessTokenVersion: 1 })
})

Given('the resource {resource} asks for the agent claims', function (this: W, name: ResourceName) {
  return changeResource(this.directory, name, { optionalClaims: [...agentClaims] })
})

Given(
  'the resource {resource} asks for the claim {string}',
  function (this: W, name: ResourceName, claim: OptionalClaim) {
    return changeResource(this.directory, name, { optionalClaims: [claim] })
  },
)

Given(
  'the resource {resource} has tokens that only it can verify',
  function (this: W, name: ResourceName) {
    return changeResource(this.directory, name, { hashedNonce: true })
  },
)

Given(
  'the application {application} is also a resource',
  function (this: W, name: ApplicationName) {
    const appId = this.directory.clientId(name)
    return this.change('Contoso', (draft) => {
      const identifierUris = [`api://${name.toLowerCase()}.example`]
      draft.resources?.push({ appId, displayName: name, identifierUris })
    })
  },
)

Given(
  '{client} was granted the role {string} of {resource}',
  function (this: W, client: ClientName, role: string, resource: ResourceName) {
    const resourceId = this.directory.clientId(resource)
    return this.change(homeOf(client), (draft) => {
      const holder = roleHolderIn(draft, client)
      holder.appRoles = [...(holder.appRoles ?? []), { resource: resourceId, role }]
    })
  },
)

Given('{client} was granted no role', function (this: W, client: ClientName) {
  return this.change(homeOf(client), (draft) => {
    roleHolderIn(draft, client).appRoles = []
  })
})

Given('the resource {resource} no longer exists', function (this: W, name: ResourceName) {
  return this.change('Contoso', (draft) => {
    draft.resources = draft.resources?.filter((one) => one !== resourceIn(draft, name))
  })
})
