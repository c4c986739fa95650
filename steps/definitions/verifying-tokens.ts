import { Then } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { headerOf } from '../../engine/requests/answer.ts'
import {
  type DocumentVersion,
  expectKeysOf,
  expectSignaturesBy,
  keysNamedBy,
} from '../expectations/key-documents.ts'
import { withHashedNonce } from '../expectations/signature.ts'
import { expectGenuineOnGraph } from '../support/genuine-on-graph.ts'
import { expectGrantedDirectoryRoles, expectGrantedRoles } from '../support/granted-roles.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then(
  'each of them names a key that the version {int} document of {tenant} names',
  async function (this: W, version: number, tenant: TenantName) {
    expectKeysOf(await keys(this, version, tenant), this.issued)
  },
)

Then(
  'each of them is signed with a key that the version {int} document of {tenant} names, {int} times in a row',
  async function (this: W, version: number, tenant: TenantName, times: number) {
    for (let read = 0; read < times; read += 1) {
      await expectSignaturesBy(await keys(this, version, tenant), this.issued)
    }
  },
)

Then(
  'each of them is signed with a published key of {tenant}, over the hash of its nonce if it shows one',
  async function (this: W, tenant: TenantName) {
    const signed = this.issued.map((one) => {
      const showsNonce = headerOf(one.token).nonce !== undefined
      return showsNonce ? { ...one, token: withHashedNonce(one.token) } : one
    })
    await expectSignaturesBy(await keys(this, 2, tenant), signed)
  },
)

Then(
  'each of them is signed with a key that the document of all tenants names',
  async function (this: W) {
    await expectSignaturesBy(await keys(this, 2, 'common'), this.issued)
  },
)

Then('each of them is three parts of base64url without padding', function (this: W) {
  const wrong = this.issued.filter(({ token }) => !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
  if (wrong.length === 0) return
  const names = wrong.map(({ name }) => name).join(', ')
  throw new Difference(`the form of ${names}`, 'three parts of base64url', 'something else')
})

Then('Microsoft Graph takes each of them for genuine', async function (this: W) {
  await expectGenuineOnGraph(this, this.issued)
})

Then(
  'the roles in each of them are those that the directory shows of its client',
  async function (this: W) {
    await expectGrantedRoles(this, this.issued)
  },
)

Then(
  'the directory roles in each of them are those that the directory shows of its client',
  async function (this: W) {
    await expectGrantedDirectoryRoles(this, this.issued)
  },
)

function keys(
  { directory, target: { request } }: W,
  version: number,
  tenant: TenantName | 'common',
) {
  return keysNamedBy(version as DocumentVersion, tenant, { directory, request })
}
