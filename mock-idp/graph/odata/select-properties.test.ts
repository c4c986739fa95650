import assert from 'node:assert/strict'
import { test } from 'node:test'
import { selectProperties } from './select-properties.ts'
import { recordShape } from './shape.ts'

const shape = recordShape('microsoft.graph.application', {
  id: 'Edm.String',
  displayName: 'Edm.String',
  description: 'Edm.String',
  api: undefined,
})
const record = {
  '@odata.type': '#microsoft.graph.agentIdentityBlueprint',
  id: '1',
  displayName: 'Concierge',
  api: { requestedAccessTokenVersion: 2, knownClientApplications: [], acceptMappedClaims: null },
}

test('without $select, and with *, the record stays as it is', () => {
  assert.equal(selectProperties(record, undefined, shape), record)
  assert.equal(selectProperties(record, ['*'], shape), record)
})

test('only what is selected stays, beside annotations; a known property without a value is null', () => {
  assert.deepEqual(selectProperties(record, ['displayName', 'description'], shape), {
    '@odata.type': '#microsoft.graph.agentIdentityBlueprint',
    displayName: 'Concierge',
    description: null,
  })
})

test('parts of a complex property are selected by their paths', () => {
  const select = ['api/requestedAccessTokenVersion', 'api/acceptMappedClaims']
  assert.deepEqual(selectProperties(record, select, shape), {
    '@odata.type': '#microsoft.graph.agentIdentityBlueprint',
    api: { requestedAccessTokenVersion: 2, acceptMappedClaims: null },
  })
})

test('an unknown property is refused', () => {
  assert.throws(() => selectProperties(record, ['id', 'nickname'], shape), {
    name: 'ODataProblem',
    option: '$select',
    message: "Could not find a property named 'nickname' on type 'microsoft.graph.application'.",
  })
})
