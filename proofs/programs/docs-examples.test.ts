import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openReader, type Reader, reasonToSkip } from '../../tests/support/read-along.ts'
import { root } from '../../tests/support/run-tool.ts'

// Every page of docs/ is pasted into a shell, block by block, as a reader would.
const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))

describe('every example of docs/ does what it says', { skip: reasonToSkip }, () => {
  let reader: Reader
  before(async () => {
    reader = await openReader()
  })
  after(() => reader.leave())

  for (const page of pages) test(page, () => reader.follow(`docs/${page}`).then(() => undefined))
})
