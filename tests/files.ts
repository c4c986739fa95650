import { parseArgs } from 'node:util'
import { loadTests } from './support/load-tests.ts'
import { parseShard, partOf } from './support/shard.ts'
import { testFiles } from './support/test-files.ts'

// Test files, and those in folders, in one process: `files.ts [--part 1/2] PATH…`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: '1/1' } },
})
await loadTests(partOf(positionals.flatMap(testFiles), parseShard(values.part)))
