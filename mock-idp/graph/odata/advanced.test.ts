import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAdvanced, needsAdvanced, requireAdvanced } from './advanced.ts'
import { parseQuery } from './parse-query.ts'

const parse = (query: string) => parseQuery(new URLSearchParams(query))
const sixteen = Array.from({ length: 16 }, (_, at) => `'${at}'`).join(',')

for (const [query, entity] of [
  ["$filter=endsWith(mail,'@outlook.com')", 'user'],
  ['$filter=accountEnabled ne true', 'user'],
  ["$filter=NOT startsWith(displayName,'Conf')", 'user'],
  ["$filter=proxyAddresses/any(p:endsWith(p,'x'))", 'user'],
  ['$filter=assignedLicenses/$count eq 0', 'user'],
  ["$filter=startsWith(mobilePhone,'25')", 'user'],
  ['$filter=displayName eq null', 'user'],
  ['$filter=createdDateTime in (2024-01-01)', 'user'],
  ['$filter=accountEnabled ge true', 'user'],
  [`$filter=id in (${sixteen})`, 'user'],
  ['$search="displayName:x"', 'application'],
  ['$orderby=displayName', 'application'],
  ['$orderby=displayName', 'servicePrincipal'],
  ['$orderby=createdDateTime', 'user'],
  ["$orderby=displayName&$filter=startsWith(displayName,'x')", 'user'],
] as const) {
  test(`${query} on a ${entity} needs an advanced query`, () => {
    assert.equal(needsAdvanced(parse(query), entity), true)
    assert.throws(() => requireAdvanced(parse(query), entity, null), {
      name: 'ODataProblem',
      code: 'Request_UnsupportedQuery',
    })
    const counted = parse(`${query}&$count=true`)
    assert.doesNotThrow(() => requireAdvanced(counted, entity, 'eventual'))
  })
}

for (const [query, entity] of [
  ['$filter=accountEnabled eq false', 'user'],
  ["$filter=startsWith(displayName,'x') and tags/any(t:t eq 'x')", 'servicePrincipal'],
  ['$filter=createdDateTime ge 2024-01-01', 'servicePrincipal'],
  ["$filter=agentIdentityBlueprintId eq 'x' or id in ('1','2')", 'servicePrincipal'],
  ['$orderby=displayName', 'group'],
  ['$orderby=displayName,userPrincipalName desc', 'user'],
  ['$count=true&$top=5&$select=id', 'application'],
] as const) {
  test(`${query} on a ${entity} needs none`, () => {
    assert.equal(needsAdvanced(parse(query), entity), false)
    assert.doesNotThrow(() => requireAdvanced(parse(query), entity, null))
  })
}

test('an advanced query has the header and, except with $search, $count=true', () => {
  assert.equal(isAdvanced(parse('$count=true'), 'Eventual'), true)
  assert.equal(isAdvanced(parse('$search="displayName:x"'), 'eventual'), true)
  assert.equal(isAdvanced(parse('$filter=a ne 1'), 'eventual'), false)
  assert.equal(isAdvanced(parse('$count=true'), 'session'), false)
  assert.equal(isAdvanced(parse('$count=true'), null), false)
})

test('the refusal is in the words of the documentation', () => {
  assert.throws(
    () => requireAdvanced(parse("$filter=endsWith(userPrincipalName,'x')"), 'user', null),
    {
      option: '$filter',
      message:
        "Operator 'endsWith' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information",
    },
  )
})
