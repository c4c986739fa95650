import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import {
  alarmsOf,
  catchBrokenProviders,
  judgings,
} from '../broken-providers/catch-broken-providers.ts'
import { brokenTenants } from '../broken-providers/index.ts'

// Providers whose fault shows without power over the tenant, judged as tenants that only variables name.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(brokenTenants, parseShard(values.part))
const alarms = await alarmsOf(mine, judgings.live)
for (const alarm of alarms) write(`${alarm}\n`)
const { caught, misses } = await catchBrokenProviders(write, mine, judgings.live)
const failed = alarms.length + misses.length
write(`${caught} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
