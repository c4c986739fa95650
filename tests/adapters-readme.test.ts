import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  adapterReplies,
  adapterRequest,
  oneShotContext,
} from '../engine/clients/adapter/protocol.ts'
import { root } from './support/run-tool.ts'

// What adapters/README.md shows of the protocol is copied, so it has to be right.
const readme = await readFile(join(root, 'adapters', 'README.md'), 'utf8')
const [, protocol = ''] = /```text protocol\n([\s\S]*?)```/.exec(readme) ?? []
const lines = protocol.trim().split('\n')

test('every message of the adapters README is one of the protocol', () => {
  const operations = new Map<number, keyof typeof adapterReplies>()
  for (const line of lines) {
    const message = JSON.parse(line.slice(2))
    if (line.startsWith('> ')) operations.set(message.id, adapterRequest.parse(message).op)
    else adapterReplies[operations.get(message.id) ?? 'hello'].parse(message)
  }
  const shown = [...new Set(operations.values())]
  assert.deepEqual(shown.sort(), Object.keys(adapterReplies).sort())
})

test('the one-shot context of the adapters README is one of the protocol', () => {
  const [, context = ''] = /```json context\n([\s\S]*?)```/.exec(readme) ?? []
  assert.equal(oneShotContext.parse(JSON.parse(context)).acquire.flow, 'autonomous')
})
