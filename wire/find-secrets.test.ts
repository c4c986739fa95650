import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSecrets } from './find-secrets.ts'
import { createKnownValues } from './known-values/known-values.ts'
import { replaceSpans } from './replace-spans.ts'

const find = findSecrets(createKnownValues())
const hide = (text: string) => replaceSpans(text, find(text), '***')
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('the value of a telling name is found in base64, hexadecimal and lists of bytes', () => {
  for (const text of [
    base64('grant=x&client_secret=4nights&more'),
    Buffer.from('grant=x&client_secret=nights').toString('hex'),
    JSON.stringify([...Buffer.from('grant=x&client_secret=nights')]),
    base64('passwd=домисад'),
  ]) {
    assert.match(hide(text), /\*\*\*/)
  }
})

// Subjects of T1 hold GUIDs in base64url, in which `pw=` and the like stand by chance.
for (const subject of [
  '/eid1/c/pub/t/KnxqhrExKbJi8Yulaq-bsw/a/nOcHc9cSmM1u20TMhbVMAw/30000000-c0de-4a11-8000-000000000001',
  '/eid1/c/pub/t/oeGZitQdz3IURP43YQcH6Q/a/wAQbs6Dw5RT6N6Rb8TSMJw/30000000-c0de-4a11-8000-000000000001',
  '/eid1/c/pub/t/JNx_35W_XBoayvawN0ZNyw/a/3Kk2AqJPTdV6pZmZnXBXPQ/30000000-c0de-4a11-8000-000000000001',
  '/eid1/c/pub/t/4cMYDICLnipVPXx8Yb_sww/a/U1PVHA9aP9_7FUR_aNwGpw/30000000-c0de-4a11-8000-000000000001',
]) {
  test(`nothing is secret about ${subject.slice(14, 36)}`, () => {
    assert.equal(hide(subject), subject)
  })
}
