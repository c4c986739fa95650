import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../tests/support/exhaustive.ts'
import { webAddress } from '../../tests/support/web-addresses.ts'
import { findLeaks } from '../leaks/find-leaks.ts'
import { treatments } from '../members.ts'
import { createRecorder } from '../recorder.ts'
import { words } from '../vocabulary.ts'

const tenantId = '8d6b2f0a-5c1e-4a77-9b3d-2e4f6a8c0b1d'
const blueprintId = '3f9a1c5e-7b2d-4e6f-8a0c-1d3b5f7a9c2e'

/** What a tenant might say: words of the protocol, what is its own, and both at once. */
const word = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.uuid(),
  fc.base64String({ minLength: 16 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 64 }),
  fc.emailAddress(),
  webAddress,
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer({ min: 0 }).map(String),
  fc.constantFrom(...words),
  fc.constantFrom(tenantId, tenantId.toUpperCase(), blueprintId, blueprintId.replaceAll('-', '')),
)
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const name = fc.oneof(fc.constantFrom(...treatments.keys()), fc.string(), fc.uuid(), fc.domain())
const { members } = fc.letrec<{ readonly value: unknown; readonly members: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('members'),
  ),
  members: fc.dictionary(name, tie('value'), { maxKeys: 8 }),
}))

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const token = fc
  .tuple(members, members, fc.base64String({ minLength: 80 }))
  .map(([header, claims, signature]) =>
    [encode(header), encode(claims), signature.replace(/[+/=]/g, '_')].join('.'),
  )
const pairs = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('client_id', 'client_secret', 'client_assertion', 'scope', 'fmi_path'),
      text,
    ),
    fc.oneof(text, token),
  ),
  { maxLength: 6 },
)

test('whatever a tenant is sent and answers, nothing of it is left to be found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        members,
        token.map((access_token) => ({ access_token })),
      ),
      pairs,
      text.map((value) => value.replace(/[^\x20-\x7e]/g, '')),
      token,
      async (body, form, header, bearer) => {
        const recorder = createRecorder({ now: () => Date.UTC(2026, 10, 23) })
        const recording = recorder.begin(() => [
          { name: 'Contoso', value: tenantId },
          { name: 'Concierge', value: blueprintId },
        ])
        const headers = { 'content-type': header, 'www-authenticate': header, 'x-own': header }
        const answer = new Response(JSON.stringify(body), { status: 200, headers })
        const encoded = new URLSearchParams(form.map(([key, value]) => [key, value])).toString()
        await recording.around(async () => answer)(`/${form[0]?.[1] ?? ''}?${encoded}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            authorization: `Bearer ${bearer}`,
          },
          body: encoded,
        })
        recording.end('any')
        const exchanges = recorder.exchangesOf('any')
        assert.deepEqual(findLeaks({ exchanges }, recorder.sensitive()), [])
      },
    ),
    { numRuns: runs(500, 100) },
  )
})
