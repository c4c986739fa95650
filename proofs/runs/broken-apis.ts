import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { catchBrokenApis } from '../broken-apis/catch-broken-apis.ts'
import { brokenApis } from '../broken-apis/index.ts'

// Every API with a fault meets the scenarios of its rules, and one in twenty every scenario; all with `--every-nth 1`.
const { values } = parseArgs({
  options: {
    part: { type: 'string', default: '1/1' },
    'every-nth': { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
  },
})
const mine = partOf(brokenApis, parseShard(values.part)).filter(({ name }) =>
  name.includes(values.only),
)
const score = await catchBrokenApis(mine, { everyNth: Number(values['every-nth']) })
const { caught, total, exact, whole, misses } = score
process.stdout.write(`broken APIs: caught ${caught} of ${total}\n`)
process.stdout.write(`by their own rules alone: ${exact} of ${whole}\n`)
for (const miss of misses) process.stdout.write(`  ${miss}\n`)
process.stdout.write(`${total - misses.length} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
