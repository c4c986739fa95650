import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { alarmsOf, catchBrokenProviders } from '../broken-providers/catch-broken-providers.ts'
import { brokenProviders } from '../broken-providers/index.ts'

// Every provider with a fault; `npm test` tries the telling ones.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(brokenProviders, parseShard(values.part))
const alarms = await alarmsOf(mine)
for (const alarm of alarms) write(`${alarm}\n`)
const { caught, misses } = await catchBrokenProviders(write, mine)
const failed = alarms.length + misses.length
write(`${caught} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
