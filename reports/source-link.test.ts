import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceLink } from './source-link.ts'

const links = [
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  [
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
    'https://github.com/AzureAD/microsoft-identity-web/issues/3654',
  ],
  [
    'learn.microsoft.com/entra/identity-platform/reference-error-codes',
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ],
  ['RFC 9110 section 10.2.3', 'https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3'],
  ['RFC 7523', 'https://www.rfc-editor.org/rfc/rfc7523'],
  [
    'MicrosoftDocs/entra-docs docs/agent-id/agent-autonomous-app-oauth-flow.md',
    'https://github.com/MicrosoftDocs/entra-docs/blob/HEAD/docs/agent-id/agent-autonomous-app-oauth-flow.md',
  ],
] as const

for (const [source, link] of links) {
  test(`${source} has an address`, () => {
    assert.equal(sourceLink(source), link)
  })
}

for (const source of [
  'good practice; no text of Microsoft demands it',
  'javascript:alert(1)',
  'http://plain.example',
  'https:// spaced.example',
  'AzureAD/microsoft-identity-web sidecar and its clients',
  '',
]) {
  test(`"${source}" has none`, () => {
    assert.equal(sourceLink(source), undefined)
  })
}
