import { Given } from '@cucumber/cucumber'
import { userIn } from '../../engine/cast/find-in-draft.ts'
import type { PersonName } from '../../engine/cast/names.ts'
import { changeResource } from '../../engine/scenario/edits.ts'
import { administrator } from '../support/graph-callers.ts'
import { assignRoleTo } from '../support/graph-permissions.ts'
import { accepted, askGraph } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Given('the user {person} is disabled', function (this: W, person: PersonName) {
  return this.change('Contoso', (draft) => {
    userIn(draft, person).enabled = false
  })
})

/** With the user goes what was granted for them. */
Given('the user {person} no longer exists', function (this: W, person: PersonName) {
  return this.change('Contoso', (draft) => {
    const { id } = userIn(draft, person)
    draft.users = draft.users?.filter((one) => one.id !== id)
    draft.permissionGrants = draft.permissionGrants?.filter(({ user }) => user !== id)
  })
})

Given('the sessions of {person} have been revoked', async function (this: W, person: PersonName) {
  const path = `/users/${this.directory.personId(person)}/revokeSignInSessions`
  accepted(
    await askGraph(
      this,
      { ...administrator, permissions: ['User.RevokeSessions.All'] },
      { method: 'POST', path, body: {} },
    ),
    'it is accepted',
  )
})

Given('"Concierge" is open only to users assigned to it', async function (this: W) {
  await describeAsResource(this)
  await changeResource(this.directory, 'Concierge', { assignmentRequired: true })
})

Given('"Concierge" takes version 1 tokens', async function (this: W) {
  await describeAsResource(this)
  await changeResource(this.directory, 'Concierge', { accessTokenVersion: 1 })
})

/** What else a blueprint is as the resource that people call. */
function describeAsResource({ directory }: W) {
  const appId = directory.clientId('Concierge')
  return directory.change('Contoso', (draft) => {
    draft.resources?.push({
      appId,
      principalId: directory.objectId('Concierge', 'Contoso'),
      displayName: 'Concierge',
      identifierUris: [`api://${appId}`],
    })
  })
}

Given('{person} was assigned to "Concierge"', async function (this: W, person: PersonName) {
  const principalId = this.directory.personId(person)
  const asked = { role: '', resource: 'Concierge', principalId } as const
  accepted(await assignRoleTo(this, administrator, asked), 'the user is assigned')
})
