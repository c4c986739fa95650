import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLeaks } from '../leaks/find-leaks.ts'
import { sampleExchanges } from '../testing/sample-evidence.ts'
import { recordSample } from '../testing/sample-exchange.ts'
import { type RedactionSteps, redactionSteps } from './steps.ts'

test('an exchange keeps what every tenant has, and the shape of the rest', async () => {
  const recorder = await recordSample()
  assert.deepEqual(recorder.exchangesOf('sample'), sampleExchanges)
  assert.deepEqual(findLeaks({ exchanges: sampleExchanges }, recorder.sensitive()), [])
})

/** Each step as if it were forgotten. */
const forgotten: { readonly [Step in keyof RedactionSteps]: RedactionSteps[Step] } = {
  shape: (value) => value,
  opaque: (value) => value,
  code: (value) => value,
  personal: (value) => value,
  role: (value) => value,
  unknownWord: (word) => word,
  secret: (value) => value,
  prose: (sentence) => sentence,
  time: (seconds) => String(seconds),
  date: (value) => value,
  number: (value) => value,
  unknownNumber: (value) => value,
  signature: (value) => value,
  keepsMember: () => true,
  keepsParameter: () => true,
  keepsRequestHeader: () => true,
  keepsAnswerHeader: () => true,
  body: (text) => text,
  names: (text) => [{ text }],
  wordOf: () => true,
}

test('no step of the redaction can be left out unnoticed', async (t) => {
  const steps = Object.keys(redactionSteps) as (keyof RedactionSteps)[]
  const byCheck: string[] = []
  const bySample: string[] = []
  for (const step of steps) {
    const recorder = await recordSample({ ...redactionSteps, [step]: forgotten[step] })
    const exchanges = recorder.exchangesOf('sample')
    if (findLeaks({ exchanges }, recorder.sensitive()).length > 0) byCheck.push(step)
    else if (JSON.stringify(exchanges) !== JSON.stringify(sampleExchanges)) bySample.push(step)
  }
  t.diagnostic(
    `${byCheck.length + bySample.length} of ${steps.length} steps missed: ${byCheck.length} by the check, ${bySample.length} by the sample alone (${bySample.join(', ')})`,
  )
  assert.deepEqual([...byCheck, ...bySample].sort(), [...steps].sort())
})
