import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { askMachine } from '../testing/ask-machine.ts'
import { openMock } from '../testing/mock-world.ts'

const ask = askMachine(await openMock())
const imds = '/metadata/identity/oauth2/token'
const metadata = { metadata: 'true' }
const exchange = 'api://AzureADTokenExchange'
const version = { 'api-version': '2018-02-01' }
const query = { ...version, resource: exchange }

type Case = readonly [string, string, Record<string, string>, Record<string, string>, object]
const imdsRefusals: readonly Case[] = [
  [
    'without the Metadata header',
    'MI-METADATA',
    query,
    {},
    { error: 'bad_request_102', error_description: 'Required metadata header not specified' },
  ],
  [
    'with Metadata: false',
    'MI-METADATA',
    query,
    { metadata: 'false' },
    { error: 'bad_request_102', error_description: 'Required metadata header not specified' },
  ],
  [
    'without a resource',
    'MI-RESOURCE',
    version,
    metadata,
    {
      error: 'invalid_request',
      error_description: "Required query variable 'resource' is missing",
    },
  ],
  [
    'without a version',
    'MI-API-VERSION',
    { resource: exchange },
    metadata,
    {
      error: 'invalid_request',
      error_description: 'Bad request. api-version was not specified in the request.',
    },
  ],
  [
    'that a proxy forwarded',
    'MI-FORWARDED',
    query,
    { ...metadata, 'x-forwarded-for': '10.0.0.4' },
    {
      error: 'invalid_request',
      error_description: 'Requests with the header X-Forwarded-For are not answered',
    },
  ],
  [
    'for an unknown identity',
    'MI-IDENTITY',
    { ...query, client_id: seedIds.concierge },
    metadata,
    { error: 'invalid_request', error_description: 'Identity not found' },
  ],
  [
    'for an unknown resource',
    'MI-RESOURCE-KNOWN',
    { ...query, resource: 'api://unknown' },
    metadata,
    {
      error: 'invalid_resource',
      error_description:
        'AADSTS500011: The resource principal named api://unknown was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
    },
  ],
]

for (const [what, rule, parameters, headers, body] of imdsRefusals) {
  test(`the instance metadata service refuses a request ${what}`, async () => {
    const answer = await ask(imds, parameters, headers)
    assert.equal(answer.status, 400)
    assert.equal(answer.rule, rule)
    assert.deepEqual(answer.body, body)
  })
}

for (const method of ['POST', 'PUT', 'DELETE']) {
  test(`a managed identity token asked by ${method} is refused`, async () => {
    const answer = await ask(imds, query, metadata, { method })
    assert.equal(answer.rule, 'MI-METHOD')
    assert.deepEqual(answer.body, {
      error: 'invalid_request',
      error_description: `The endpoint only accepts GET requests. Received a ${method} request.`,
    })
  })
}
