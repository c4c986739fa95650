import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Script } from 'node:vm'
import { pageScript } from './page-script.ts'

const folder = new URL('./browser/', import.meta.url)
const sources = readdirSync(folder)
  .filter((name) => !name.includes('.test.'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

test('the script of the page is JavaScript, and ends no element early', () => {
  assert.ok(new Script(pageScript))
  assert.doesNotMatch(pageScript, /<\/script|<!--|\bimport|\brequire\b/i)
})

test('every function of the browser folder is in the script', () => {
  const names = sources.flatMap((text) =>
    [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name),
  )
  assert.ok(names.length >= 9)
  for (const name of names) assert.match(pageScript, new RegExp(`^function ${name}\\(`, 'm'))
})

test('the functions use no value of their module, which the page would not have', () => {
  for (const text of sources) assert.doesNotMatch(text, /^(?:export )?(?:const|let|var) /m)
})
