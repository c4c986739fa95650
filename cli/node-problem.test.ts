import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { nodeProblem } from './node-problem.ts'

for (const version of ['18.20.8', '20.10.0', '20.18.3', '8.0.0']) {
  test(`Node ${version} is too old, and the sentence says so`, () => {
    const sentence = nodeProblem(version) ?? ''
    assert.ok(sentence.startsWith(`needs Node 20.19 or newer, this is ${version}.`), sentence)
  })
}

for (const version of ['20.19.0', '20.20.1', '22.0.0', '24.11.0', '100.1.0']) {
  test(`Node ${version} is new enough`, () => assert.equal(nodeProblem(version), undefined))
}

test('the package asks for the same Node', async () => {
  const { engines } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  )
  assert.equal(engines.node, '>=20.19')
})
