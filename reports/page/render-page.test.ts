import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { ConformanceReport } from '../report.ts'
import { check, story } from '../testing/sample-checks.ts'
import { hostileName, providerReport, sampleReport } from '../testing/sample-report.ts'
import { renderPage } from './render-page.ts'
import { ruleAreas } from './rule-rows.ts'

const page = renderPage(sampleReport)

test('the page names nothing outside but sources to read', () => {
  const addresses = [...page.matchAll(/(?:src|href)="(?!#|data:,")([^"]*)"/g)].map(([, to]) => to)
  assert.deepEqual(
    addresses.filter(
      (to) =>
        !/^https:\/\/(github\.com|learn\.microsoft\.com|www\.rfc-editor\.org)\//.test(to ?? ''),
    ),
    [],
  )
  assert.doesNotMatch(page, /@import|url\(/)
})

test('the policy allows this style and this script and nothing else', () => {
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  assert.match(policy, /^default-src &#39;none&#39;; /)
  for (const element of ['style', 'script']) {
    const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page) ?? []
    const hash = createHash('sha256').update(text).digest('base64')
    assert.ok(policy.includes(`${element}-src &#39;sha256-${hash}&#39;`), element)
  }
})

test('nothing a client says is markup', () => {
  const hostile: ConformanceReport = {
    ...sampleReport,
    subjects: sampleReport.subjects.map((subject) => ({
      ...subject,
      name: hostileName,
      version: '"><img src=x>',
      problems: [hostileName],
      notJudged: [hostileName],
      checks: [
        {
          ...check('LEG-FMI-PATH', 'failed', [
            story({
              title: hostileName,
              feature: hostileName,
              reason: hostileName,
              status: 'failed',
            }),
          ]),
          id: '"><b id="',
        },
      ],
    })),
  }
  const written = renderPage(hostile)
  assert.equal(written.match(/<script/g)?.length, 1)
  assert.doesNotMatch(written, /<img|<b id/)
  assert.match(written, /id="rule-1\.1"/)
})

test('every rule has a cell for each client, and every link a place to go', () => {
  assert.equal(page.match(/<td role="cell" data-status/g)?.length, 39)
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  const missing = [...page.matchAll(/href="#([^"]*)"/g)].filter(([, to]) => !ids.has(to ?? ''))
  assert.deepEqual(missing, [])
})

test('an identity provider has one column', () => {
  const written = renderPage(providerReport)
  assert.equal(written.match(/role="columnheader"/g)?.length, 2)
  assert.match(written, /the real tenant behaves differently: answered 400 instead of 401/)
})

test('a rule that only one client was held against has an empty cell elsewhere', () => {
  const [first, second] = sampleReport.subjects
  assert.ok(first && second)
  const uneven = { ...sampleReport, subjects: [{ ...first, checks: [] }, second] }
  const rows = ruleAreas(uneven).flatMap(({ rows: of }) => of)
  assert.equal(rows.length, 13)
  assert.equal(rows[0]?.cells[0]?.check, undefined)
  assert.match(renderPage(uneven), /LEG-FMI-PATH does not concern msal-node 7\.2\.1/)
})

test('a report without subjects is a page all the same', () => {
  assert.match(renderPage({ ...sampleReport, subjects: [] }), /0 subjects/)
})
