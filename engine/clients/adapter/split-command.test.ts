import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { AdapterUsageError } from './adapter-usage-error.ts'
import { splitCommand } from './split-command.ts'

describe('the command of a client', () => {
  it('is split at spaces, and quotes keep them', () => {
    assert.deepEqual(splitCommand(' node "my adapter.mjs"  --log \'a b\' '), [
      'node',
      'my adapter.mjs',
      '--log',
      'a b',
    ])
  })

  it('is never read as a shell would read it', () => {
    assert.deepEqual(splitCommand('adapter $HOME `id` ; rm * | cat > x'), [
      ...['adapter', '$HOME', '`id`', ';', 'rm', '*', '|', 'cat', '>', 'x'],
    ])
  })

  it('keeps the backslashes of Windows', () => {
    assert.deepEqual(splitCommand('C:\\tools\\adapter.exe -v'), ['C:\\tools\\adapter.exe', '-v'])
  })

  it('may be a JSON array, whose strings are the arguments as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (rest) => {
        const command = ['node', ...rest]
        assert.deepEqual(splitCommand(JSON.stringify(command)), command)
        assert.deepEqual(splitCommand(command), command)
      }),
    )
  })

  for (const empty of ['', '   ', '[]', '[""]', '""', []]) {
    it(`names a program, unlike ${JSON.stringify(empty)}`, () => {
      assert.throws(() => splitCommand(empty), {
        name: 'AdapterUsageError',
        message:
          'The client command is empty. Name a program, such as "node adapter.mjs" or ["node","adapter.mjs"].',
      })
    })
  }

  for (const wrong of ['["node",', '["node", 1]', '[node]']) {
    it(`is no half array like ${wrong}`, () => {
      assert.throws(() => splitCommand(wrong), AdapterUsageError)
    })
  }

  it('ends each quote that it opens', () => {
    assert.throws(() => splitCommand('node "my adapter.mjs'), {
      message: 'Unterminated quote in the client command: node "my adapter.mjs',
    })
  })
})
