import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coloursFor } from './colours.ts'
import { printableOutput } from './printable-output.ts'

/** What reaches a stream behind the wall. */
function written(text: string, isTTY = false): string {
  let all = ''
  const output = printableOutput({
    write: (part) => {
      all += part
    },
    isTTY,
    columns: 80,
  })
  output.write(text)
  return all
}

test('nothing steers the terminal but the colours of the command and its line of progress', () => {
  const { bad } = coloursFor({ write: () => undefined, isTTY: true }, {})
  const own = `\r\u001b[2K${bad('no')}\n`
  assert.equal(written(own, true), own)
  assert.equal(
    written('\u001b]0;title\u0007 \u001b[8mhidden \u202e \u001b[2J', true),
    '\\u001b]0;title\\u0007 \\u001b[8mhidden \\u202e \\u001b[2J',
  )
})

test('a log gets no sequence at all', () => {
  assert.equal(written('\u001b[31mno\u001b[39m\n'), '\\u001b[31mno\\u001b[39m\n')
})

test('it is as wide as what is behind it', () => {
  const output = printableOutput({ write: () => undefined, isTTY: true, columns: 120 })
  assert.deepEqual([output.isTTY, output.columns], [true, 120])
})
