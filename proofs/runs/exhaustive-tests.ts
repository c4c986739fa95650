import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadTests } from '../../tests/support/load-tests.ts'
import { root } from '../../tests/support/run-tool.ts'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { foldersWithUnitTests, testFiles } from '../../tests/support/test-files.ts'

// The unit tests that try less in `npm test`: with AGENTID_EXHAUSTIVE=1 they try everything.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const isSampled = (file: string) =>
  /support\/exhaustive\.ts'/.test(readFileSync(join(root, file), 'utf8'))
const sampled = foldersWithUnitTests().flatMap(testFiles).filter(isSampled)
await loadTests(partOf(sampled, parseShard(values.part)))
