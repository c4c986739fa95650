import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GraphRecord, recordShape } from '../shape.ts'
import { compileFilter } from './compile-filter.ts'
import { parseFilter } from './parse-filter.ts'

const shape = recordShape('microsoft.graph.servicePrincipal', {
  '@odata.type': 'Edm.String',
  displayName: 'Edm.String',
  accountEnabled: 'Edm.Boolean',
  createdDateTime: 'Edm.DateTimeOffset',
  info: undefined,
  tags: undefined,
  passwordCredentials: undefined,
})

const agent: GraphRecord = {
  '@odata.type': '#microsoft.graph.agentIdentity',
  displayName: "Booking's agent",
  accountEnabled: true,
  createdDateTime: '2024-06-01T12:00:00.1234567Z',
  info: { logoUrl: 'https://a.example/x.png', termsOfServiceUrl: null },
  tags: ['One', 'two'],
  passwordCredentials: [
    { keyId: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', hint: 'abc', labels: ['x'] },
  ],
}

const holds = (filter: string, object: GraphRecord = agent) =>
  compileFilter(parseFilter(filter), shape)(object)

for (const [filter, expected] of [
  ["displayName eq 'booking''S AGENT'", true],
  ["displayName gt 'booking'", true],
  ['createdDateTime ge 2024-06-01T14:00:00+02:00', true],
  ['createdDateTime lt 2024-06-01', false],
  ["info/logoUrl eq 'https://a.example/x.png'", true],
  ['info/termsOfServiceUrl eq null', true],
  ["info/nothing ne 'x'", true],
  ['passwordCredentials/any(c:c/keyId eq 3F2504E0-4F89-11D3-9A0C-0305E82C3301)', true],
  ["passwordCredentials/any(c: c/hint eq 'abc' and c/labels/any(l:l eq 'X'))", true],
  ["passwordCredentials/any(c: c/labels/any(l: l eq 'x' and c/hint eq 'abd'))", false],
  ['passwordCredentials/$count eq 1', true],
  ["tags/all(t: t eq 'one' or t eq 'TWO')", true],
  ["not (tags/any(t:t eq 'one'))", false],
  ["isof('microsoft.graph.agentIdentity')", true],
  ['isof(microsoft.graph.servicePrincipal)', true],
  ["isof('graph.agentUser')", false],
  ["displayName in ('x', null)", false],
  ["(((displayName ne null))) and (accountEnabled or tags/any(t:t eq ') or ('))", true],
] as const) {
  test(`${filter} is ${expected} of the agent`, () => {
    assert.equal(holds(filter), expected)
  })
}

test('a null property is neither less nor greater than anything, and differs from every value', () => {
  const unnamed = { ...agent, displayName: null }
  assert.equal(holds("displayName lt 'x' or displayName ge 'x'", unnamed), false)
  assert.equal(holds("displayName ne 'x'", unnamed), true)
  assert.equal(holds('displayName ge null', unnamed), false)
})

for (const [filter, message] of [
  [
    "nickname eq 'x'",
    "Could not find a property named 'nickname' on type 'microsoft.graph.servicePrincipal'.",
  ],
  [
    "accountEnabled eq 'true'",
    "A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.String' for operator kind 'Equal'.",
  ],
  [
    'displayName ne 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Guid' for operator kind 'NotEqual'.",
  ],
  [
    'info/logoUrl gt 1',
    "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32' for operator kind 'GreaterThan'.",
  ],
  [
    "tags eq 'one'",
    "A binary operator with incompatible types was detected. Found operand types 'Collection' and 'Edm.String' for operator kind 'Equal'.",
  ],
  [
    'displayName',
    "The $filter expression must evaluate to a boolean value; 'displayName' is none.",
  ],
  ["info/any(t:t eq 'x')", "any, all and $count need a collection; 'info' is none."],
  [
    "startswith(accountEnabled,'t')",
    "No function signature for the function with name 'startswith' matches: 'accountEnabled' is no Edm.String.",
  ],
  [
    "isof('microsoft.graph.robot')",
    "The type 'microsoft.graph.robot' is not defined in the model.",
  ],
] as const) {
  test(`${filter} is refused when it meets the agent`, () => {
    assert.throws(() => holds(filter), {
      name: 'ODataProblem',
      option: '$filter',
      message: `Invalid filter clause: ${message}`,
    })
  })
}
