import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { applicationIn, resourceIn, userIn } from '../../engine/cast/find-in-draft.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { browserOf, parametersAt, wordsOf } from '../support/browser.ts'
import { askToSignIn, letIn, openPage, shows } from '../support/sign-ins.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Given('{string} shows its sign-in page', function (this: W, client: string) {
  return openPage(this, client)
})

When('{string} asks {string} to sign in', function (this: W, client: string, person: string) {
  return letIn(this, client, person)
})

When(
  '{string} asks {string} to sign in with:',
  function (this: W, client: string, person: string, table: DataTable) {
    return letIn(this, client, person, table.rowsHash())
  },
)

Given('{string} has signed {string} in', function (this: W, client: string, person: string) {
  return letIn(this, client, person)
})

Given(
  '{string} has signed {string} in with:',
  function (this: W, client: string, person: string, table: DataTable) {
    return letIn(this, client, person, table.rowsHash())
  },
)

Given('{string} asks {string} for consent', function (this: W, client: string, person: string) {
  return askToSignIn(this, client, person)
})

When('the person {word}s', async function (this: W, decision: string) {
  await browserOf(this).press({ decision })
})

When('somebody signs in as {string}', async function (this: W, userName: string) {
  const fill = await wordsOf(this)
  await browserOf(this).press({ username: fill(userName) })
})

When(
  'somebody signs in as {string} with the password {string}',
  async function (this: W, userName: string, password: string) {
    const fill = await wordsOf(this)
    await browserOf(this).press({ username: fill(userName), password })
  },
)

When('{string} answers the page in another browser', async function (this: W, person: string) {
  browserOf(this).forgetCookie()
  await browserOf(this).press({ user: this.directory.userName(person as 'Bea') })
})

When(
  '{string} signs in, and is to go on at {string}',
  async function (this: W, person: string, address: string) {
    const user = this.directory.userName(person as 'Bea')
    await browserOf(this).press({ user }, { continue: address })
  },
)

Given('people sign in with:', async function (this: W, table: DataTable) {
  await this.control.setSignIn(table.rowsHash())
})

Given('the account of {string} is switched off', async function (this: W, person: string) {
  await this.change('Contoso', (draft) => {
    userIn(draft, person).enabled = false
  })
})

Given('the account of {string} is removed', async function (this: W, person: string) {
  await this.change('Contoso', (draft) => {
    const { id } = userIn(draft, person)
    draft.users = draft.users?.filter((one) => one.id !== id)
    draft.permissionGrants = draft.permissionGrants?.filter(({ user }) => user !== id)
    draft.groups = draft.groups?.map((group) => ({
      ...group,
      members: group.members?.filter((one) => one !== id),
    }))
  })
})

Given('{string} gets no id_token with its codes', async function (this: W, client: string) {
  await this.change('Contoso', (draft) => {
    applicationIn(draft, client).idTokensFromAuthorize = false
  })
})

Given('people of many tenants use {string}', async function (this: W, client: string) {
  await this.change('Contoso', (draft) => {
    applicationIn(draft, client).signInAudience = 'AzureADMultipleOrgs'
  })
})

Given('the registration of {string} lists no API', async function (this: W, client: string) {
  await this.change('Contoso', (draft) => {
    applicationIn(draft, client).requiredResources = []
  })
})

Given(
  'the registration of {string} lists {string}',
  async function (this: W, client: string, api: string) {
    await this.change('Contoso', (draft) => {
      const { appId } = resourceIn(draft, api)
      applicationIn(draft, client).requiredResources = [{ resource: appId }]
    })
  },
)

Given('only people who are assigned use {string}', async function (this: W, api: string) {
  await this.change('Contoso', (draft) => {
    resourceIn(draft, api).assignmentRequired = true
  })
})

Given(
  'people come back to {string} at {string}',
  async function (this: W, client: string, address: string) {
    await this.change('Contoso', (draft) => {
      applicationIn(draft, client).redirectUris = { web: [address] }
    })
  },
)

Then('{string} gets a code', function (this: W, client: string) {
  const { location } = browserOf(this).shown
  expectSame('the address', location.split(/[?#:]/)[0], 'http')
  if (!parametersAt(location).get('code'))
    throw new Difference(`a code for ${client}`, 'a code', location || 'no redirect')
  expectSame('the state', parametersAt(location).get('state'), 'a state')
})

Then('the person is back without a code', function (this: W) {
  const { location } = browserOf(this).shown
  const names = [...parametersAt(location).keys()]
  expectSame('the parameters of the address', names.join(' '), 'state')
})

Then('the page asks who it is', function (this: W) {
  expectSame('whether the page asks who it is', shows(this, 'sign-in-page'), true)
})
