import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  apiNames,
  applicationNames,
  blueprintNames,
  everyAgentName,
  everyBlueprintName,
  managedIdentityNames,
  personNames,
  tenantNames,
} from '../engine/cast/names.ts'
import {
  assertionPhrases,
  credentialPhrases,
  twistPhrases,
} from '../engine/credentials/presentations.ts'
import { listings } from '../engine/requests/graph-objects.ts'
import { demands } from '../steps/support/demands.ts'
import { editorSteps, readEditorIndex, unusedSteps } from './editor-steps.ts'
import { parseFeature } from './read-features.ts'

const index = await readEditorIndex()
const feature = (step: string) => [
  parseFeature('features/f.feature', `Feature: F\n  Rule: R\n    Scenario: S\n      ${step}\n`),
]

describe('the steps in an editor', () => {
  it('are known', () => assert.deepEqual(editorSteps(index, feature('Then a token is issued')), []))

  it('are undefined where no definition fits', () =>
    assert.deepEqual(editorSteps(index, feature('Then a tokn is issued')), [
      'features/f.feature:4: undefined: a tokn is issued',
    ]))

  it('are undefined where a name is not of the cast', () =>
    assert.deepEqual(editorSteps(index, feature('Given the blueprint "Nobody" is disabled')), [
      'features/f.feature:4: undefined: the blueprint "Nobody" is disabled',
    ]))

  it('are ambiguous where two definitions fit', () => {
    const expressionLinks = [...index.expressionLinks, ...index.expressionLinks]
    const twice = { ...index, expressionLinks, written: expressionLinks.length }
    assert.deepEqual(editorSteps(twice, feature('Then a token is issued')), [
      'features/f.feature:4: 2 definitions: a token is issued',
    ])
  })

  it('are all seen, or a problem says how many are not', () => {
    const [{ length }, expressionLinks] = [index.expressionLinks, index.expressionLinks.slice(1)]
    assert.deepEqual(editorSteps({ ...index, expressionLinks }, []), [
      `an editor sees ${length - 1} steps of ${length}`,
    ])
    const empty = { ...index, expressionLinks: [], written: 0 }
    assert.deepEqual(editorSteps(empty, []), ['an editor sees 0 steps of 0'])
  })

  it('are told where no feature uses them', () => {
    const unused = unusedSteps(index, feature('Then a token is issued'))
    assert.equal(unused.length, index.expressionLinks.length - 1)
    assert.match(
      unused[0] ?? '',
      /^steps\/definitions\/agent-users\.ts:\d+: no feature uses 'a request of/,
    )
  })
})

describe('the patterns of parameter types', () => {
  const oneOf = (...names: readonly string[]) => `"(?:${names.join('|')})"`
  const blueprint = oneOf(...everyBlueprintName)
  const agent = oneOf(...everyAgentName)
  const application = oneOf(...applicationNames)
  const resource = oneOf(...apiNames, ...applicationNames, ...blueprintNames)
  const api = `(?:${oneOf(...apiNames)}|the token exchange)`
  const permitted = '(?: with the permissions? "[^"]*")?'
  const spelled = '(?: by its id| in upper case)?'
  const principals = oneOf(...everyBlueprintName, ...applicationNames, 'Microsoft Graph')

  const wanted: Readonly<Record<string, readonly string[]>> = {
    blueprint: [blueprint],
    'agent identity': [agent],
    application: [oneOf(...everyBlueprintName, ...applicationNames)],
    client: [blueprint, agent, application],
    person: [oneOf(...personNames)],
    'managed identity': [`"${managedIdentityNames.join('|')}"`],
    tenant: [oneOf(...tenantNames)],
    credential: [...credentialPhrases, 'its client secret "[^"]+"'],
    assertion: [assertionPhrases.join('|')],
    twist: twistPhrases,
    listing: listings,
    demand: Object.keys(demands),
    resource: [resource, 'the token exchange'],
    scope: [
      `${resource}${spelled}`,
      `the token exchange${spelled}`,
      `${api} and ${api}`,
      'an unknown resource',
      'the scope "[^"]*"',
    ],
    caller: ['the administrator', 'the user "(?:Ada|Uma)"', blueprint, agent, application].map(
      (who) => `${who}${permitted}`,
    ),
    object: [
      `the blueprint ${blueprint}`,
      `the principal of ${principals}`,
      `the agent identity ${agent}`,
      'the agent user "[\\w-]+"',
      'an unknown (?:blueprint|principal|agent identity)',
    ],
  }
  for (const [name, patterns] of Object.entries(wanted)) {
    it(`know what the engine knows: {${name}}`, () => {
      const { regexpStrings = [] } = index.registry.lookupByTypeName(name) ?? {}
      assert.deepEqual([...new Set(regexpStrings)].sort(), [...patterns].sort())
    })
  }
})
