import { type DataTable, Then } from '@cucumber/cucumber'
import { fill } from '../../engine/cast/fill.ts'
import type { TenantName } from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { type Claims, headerOf } from '../../engine/requests/answer.ts'
import { parseJsonObject } from '../../wire/json-object.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { expectPublishedSignature, issuedToken } from '../expectations/issued-token.ts'
import {
  expectKeyOfCertificate,
  expectNoPublishedSignature,
  withHashedNonce,
} from '../expectations/signature.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('each published key is the key of its certificate', function (this: W) {
  for (const key of publishedKeys(this)) expectKeyOfCertificate(key)
})

function publishedKeys({ answer }: W): readonly Claims[] {
  const keys = (answer.body?.keys ?? []) as readonly Claims[]
  if (keys.length > 0) return keys
  throw new Difference('the published keys', 'one or more', 'none')
}

Then('each published key says:', function (this: W, table: DataTable) {
  for (const key of publishedKeys(this)) {
    for (const [member = '', words = ''] of table.raw()) {
      expectValue(`the member ${member} of key ${key.kid}`, key[member], words, this.context)
    }
  }
})

Then('no two published keys have the same {string}', function (this: W, member: string) {
  const values = publishedKeys(this).map((key) => key[member])
  const different = [...new Set(values)]
  expectSame(`the ${member} of the published keys`, values, different)
})

/** A key is its modulus and its name. */
Then('its keys are those at {string}', async function (this: W, path: string) {
  const other = await this.target.request(fill(path, this.directory))
  const { keys } = parseJsonObject(await other.text()) ?? {}
  const named = (all: unknown) =>
    (Array.isArray(all) ? all : []).map(({ kid, n }: Claims) => `${kid} ${n}`).sort()
  const here = named(publishedKeys(this))
  if (here.join() === named(keys).join()) return
  const kids = (all: readonly string[]) => all.map((one) => one.split(' ')[0]).join(', ')
  throw new Difference(`the keys at ${path}`, kids(here), kids(named(keys)) || 'none')
})

Then('the token names another key than the token obtained first', function (this: W) {
  const [now, first] = [issuedToken(this.answer), this.tokens[0] ?? ''].map(headerOf)
  if (now?.kid !== first?.kid) return
  throw new Difference('the key of the token', 'another key', String(now?.kid))
})

Then(
  'the token is signed with no published key of {tenant}',
  async function (this: W, tenant: TenantName) {
    const tenantId = this.directory.tenantId(tenant)
    await expectNoPublishedSignature(issuedToken(this.answer), tenantId, this.target.request)
  },
)

Then(
  'the token with its nonce hashed is signed with a published key of {tenant}',
  async function (this: W, tenant: TenantName) {
    const token = withHashedNonce(issuedToken(this.answer))
    const tenantId = this.directory.tenantId(tenant)
    await expectPublishedSignature(token, tenantId, this.target.request)
  },
)
