import { Then } from '@cucumber/cucumber'
import type { TenantName } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { type Claims, headerOf } from '../../engine/requests/answer.ts'
import { expectPublishedSignature, issuedToken } from '../expectations/issued-token.ts'
import {
  expectKeyOfCertificate,
  expectNoPublishedSignature,
  withHashedNonce,
} from '../expectations/signature.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld

Then('each published key is the key of its certificate', function (this: W) {
  const keys = (this.answer.body?.keys ?? []) as readonly Claims[]
  if (keys.length === 0) throw new Difference('the published keys', 'one or more', 'none')
  for (const key of keys) expectKeyOfCertificate(key)
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
