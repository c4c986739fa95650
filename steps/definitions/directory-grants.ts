import { X509Certificate } from 'node:crypto'
import { Given, Then } from '@cucumber/cucumber'
import type { ClientName } from '../../engine/cast/names.ts'
import { harnessKeyPair } from '../../engine/credentials/key-pairs.ts'
import { Difference, expectSame, show } from '../../engine/outcomes/difference.ts'
import { type ObjectName, typedPathOf } from '../../engine/requests/graph-objects.ts'
import { expectMembers, expectValue } from '../expectations/expected-value.ts'
import { memberAt } from '../expectations/member-at.ts'
import { administrator, type Caller } from '../support/graph-callers.ts'
import { changeGrants } from '../support/graph-permissions.ts'
import { accepted, askGraph, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

Then('the directory says that something is new', function (this: W) {
  expectGranted(this, 201)
  const id = show(memberAt(this.answer.body, 'id'))
  const location = this.answer.headers.get('location') ?? 'absent'
  if (!location.includes(id)) throw new Difference('the header location', `with ${id}`, location)
})

Then('the answer repeats what the request said', function (this: W) {
  const said: Readonly<Record<string, unknown>> = JSON.parse(this.sent.body ?? '{}')
  expectSameValues(said, this.answer.body ?? {})
})

/** Values that both have; lists and objects may be completed. */
function expectSameValues(one: object, other: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(one)) {
    const isCompared = name in other && !name.startsWith('@') && typeof value !== 'object'
    if (isCompared) expectSame(`the member ${name}`, show(other[name]), show(value))
  }
}

Then('the directory answers with what was asked for', function (this: W) {
  expectGranted(this, 200)
})

/** OData names the JSON of every success by its context. */
function expectGranted({ answer, context }: W, status: number): void {
  expectSame('the status', answer.status, status)
  const header = (name: string) => answer.headers.get(name) ?? undefined
  const type = 'matching ^application/json(;|$)'
  expectValue('the header content-type', header('content-type'), type, context)
  expectValue('the header request-id', header('request-id'), 'a GUID', context)
  expectMembers(answer.body, [['@odata.context', 'matching /\\$metadata#']], context)
}

Then('the directory finds it by its id', async function (this: W) {
  const { answer, sent } = this
  const id = show(memberAt(answer.body, 'id'))
  const path = `${sent.path.replace(/\/$/, '')}/${id}`
  const found = accepted(
    await askGraph(this, administrator, { method: 'GET', path }),
    'it is found',
  )
  expectSame('the member id', show(memberAt(found.body, 'id')), id)
  expectSameValues(answer.body ?? {}, found.body ?? {})
})

type Secret = Readonly<Record<string, unknown>>

Then(
  'the client secrets of {object} include it without its text',
  async function (this: W, object: ObjectName) {
    const { secretText, ...told } = this.answer.body ?? {}
    const path = typedPathOf(object, this.directory)
    const { body } = await askGraph(this, administrator, { method: 'GET', path })
    const listed = (memberAt(body, 'passwordCredentials') ?? []) as readonly Secret[]
    const found = listed.find(({ keyId }) => keyId === told.keyId)
    expectSame('the text in the list', show(found?.secretText ?? null), 'null')
    for (const name of ['displayName', 'hint', 'startDateTime', 'endDateTime']) {
      expectSame(`the ${name} in the list`, show(found?.[name]), show(told[name]))
    }
    expectSame('its hint', show(told.hint), show(secretText).slice(0, 3))
  },
)

Then('the refusal and its headers name the same directory request', function (this: W) {
  const { body, headers } = this.answer
  const told = show(memberAt(body, 'error.innerError.request-id'))
  expectSame('the header request-id', headers.get('request-id') ?? 'absent', told)
})

Then('the request id of the refusal is not that of the client', function (this: W) {
  const own = show(memberAt(this.answer.body, 'error.innerError.request-id'))
  if (own !== this.sent.headers['client-request-id']) return
  throw new Difference('the request id', 'another than that of the client', own)
})

Then('the answer shows the thumbprint of the certificate', async function (this: W) {
  const { certificatePem } = await harnessKeyPair('')
  const thumbprint = new X509Certificate(certificatePem).fingerprint.replaceAll(':', '')
  const forms = [thumbprint, Buffer.from(thumbprint, 'hex').toString('base64')]
  const shown = show(memberAt(this.answer.body, 'keyCredentials.0.customKeyIdentifier'))
  if (!forms.includes(shown)) throw new Difference('the thumbprint', forms.join(' or '), shown)
})

Given(
  '{caller} has changed the permission grants of {client} to the scope {string}',
  done((world: W, caller: Caller, client: ClientName, scope: string) =>
    changeGrants(world, caller, client, { method: 'PATCH', body: { scope } }),
  ),
)

Given(
  '{caller} has withdrawn the permission grants of {client}',
  done((world: W, caller: Caller, client: ClientName) =>
    changeGrants(world, caller, client, { method: 'DELETE' }),
  ),
)
