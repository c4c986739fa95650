import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { escapeMarkdown, markdownTable } from './markdown.ts'

test('markup, mentions and addresses stay text', () => {
  assert.equal(
    escapeMarkdown('<b>@octocat</b> [x](https://a.example) `c` | d'),
    '&lt;b&gt;&#64;octocat&lt;/b&gt; \\[x\\]\\(https&#58;//a.example\\) \\`c\\` \\| d',
  )
})

test('nothing steers what shows it, links without a scheme or becomes a picture', () => {
  assert.equal(
    escapeMarkdown('\u001b[31m \u202e www.a.example :white_check_mark: 12:00'),
    '\\\\u001b\\[31m \\\\u202e www&#46;a.example &#58;white\\_check\\_mark: 12:00',
  )
})

test('text is one line, and not endless', () => {
  assert.equal(escapeMarkdown('a\n\n# b'), 'a \\# b')
  assert.equal(escapeMarkdown('abcdef', 3), 'abc …')
})

test('no text leaves its cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMarkdown(text)
      assert.doesNotMatch(escaped, /[\n\r<>@]/)
      assert.doesNotMatch(escaped.replaceAll(/\\[\\|]/g, ''), /\|/)
    }),
  )
})

test('a table has a line below its head', () => {
  assert.deepEqual(markdownTable(['a', 'b'], [['1', '2']]), [
    '| a | b |',
    '| --- | --- |',
    '| 1 | 2 |',
  ])
})
