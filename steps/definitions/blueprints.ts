import { Given } from '@cucumber/cucumber'
import {
  agentIn,
  applicationIn,
  principalIn,
  removePrincipal,
} from '../../engine/cast/find-in-draft.ts'
import {
  type AgentName,
  type ApplicationName,
  type BlueprintName,
  homeOf,
  type TenantName,
} from '../../engine/cast/names.ts'
import { need } from '../../engine/scenario/edits.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given(
  'the blueprint {blueprint} with the agent identity {agent identity}',
  function (this: W, blueprint: BlueprintName, agent: AgentName) {
    need(this.directory, [blueprint, agent])
  },
)

Given(
  'the blueprint {blueprint} with the agent identities {agent identity} and {agent identity}',
  // A tenant with one agent identity lacks only the scenarios that use the second: their own steps resolve it.
  function (this: W, blueprint: BlueprintName, one: AgentName, _other: AgentName) {
    need(this.directory, [blueprint, one])
  },
)

Given('the application {application}', function (this: W, application: ApplicationName) {
  need(this.directory, [application])
})

Given(
  'the tenant {tenant} where {blueprint} is a guest with the agent identity {agent identity}',
  function (this: W, tenant: TenantName, blueprint: BlueprintName, agent: AgentName) {
    this.directory.tenantId(tenant)
    need(this.directory, [blueprint, agent])
  },
)

Given('the application {application} is disabled', function (this: W, name: ApplicationName) {
  return this.change('Contoso', (draft) => {
    applicationIn(draft, name).enabled = false
  })
})

Given('the blueprint {blueprint} is disabled', function (this: W, name: BlueprintName) {
  return this.change('Contoso', (draft) => {
    applicationIn(draft, name).enabled = false
  })
})

Given(
  'the principal of {application} is disabled in {tenant}',
  function (this: W, name: ApplicationName, tenant: TenantName) {
    return this.change(tenant, (draft) => {
      principalIn(draft, name).enabled = false
    })
  },
)

Given('the agent identity {agent identity} is disabled', function (this: W, name: AgentName) {
  return this.change(homeOf(name), (draft) => {
    agentIn(draft, name).enabled = false
  })
})

Given(
  '{application} has no principal in {tenant}',
  function (this: W, name: ApplicationName, tenant: TenantName) {
    return this.change(tenant, (draft) => removePrincipal(draft, name))
  },
)

Given('{application} is single-tenant', function (this: W, name: ApplicationName) {
  return this.change('Contoso', (draft) => {
    applicationIn(draft, name).signInAudience = 'AzureADMyOrg'
  })
})

Given('the agent identity {agent identity} no longer exists', function (this: W, name: AgentName) {
  return this.change(homeOf(name), (draft) => {
    draft.agentIdentities = draft.agentIdentities?.filter((one) => one.displayName !== name)
  })
})
