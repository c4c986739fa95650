import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { z } from 'zod'
import type { ConformanceReport } from './report.ts'
import { reportJsonSchema, reportSchema } from './report-schema.ts'
import { providerReport, sampleReport } from './testing/sample-report.ts'

const published = new URL('../schemas/checks.schema.json', import.meta.url)

for (const [what, report] of [
  ['of three clients', sampleReport],
  ['of an identity provider', providerReport],
] as const) {
  test(`a report ${what} is valid as it is written`, () => {
    // The compiler compares the type with the schema, in the direction of writing.
    const given: z.input<typeof reportSchema> = report satisfies ConformanceReport
    const { success, error } = reportSchema.safeParse(JSON.parse(JSON.stringify(given)))
    assert.ok(success, String(error))
  })
}

test('a member that nobody documented is refused', () => {
  const [subject] = sampleReport.subjects
  assert.equal(reportSchema.safeParse({ ...sampleReport, more: 1 }).success, false)
  const grown = { ...sampleReport, subjects: [{ ...subject, more: 1 }] }
  assert.equal(reportSchema.safeParse(grown).success, false)
})

test('a request may have members that are not documented yet', () => {
  const text = JSON.stringify(sampleReport).replaceAll('"traceId":', '"newMember":1,"traceId":')
  assert.match(text, /newMember/)
  assert.equal(reportSchema.safeParse(JSON.parse(text)).success, true)
})

test('every member of the schema is described', () => {
  assert.deepEqual(undescribed(JSON.parse(reportJsonSchema()), 'report'), [])
})

test('the published schema is this one', async () => {
  assert.equal(await readFile(published, 'utf8'), reportJsonSchema())
})

function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, items } = schema as { properties?: object; items?: unknown }
  const own = Object.entries(properties).flatMap(([name, member]) => [
    ...('description' in member ? [] : [`${path}.${name}`]),
    ...undescribed(member, `${path}.${name}`),
  ])
  return [...own, ...undescribed(items, `${path}[]`)]
}
