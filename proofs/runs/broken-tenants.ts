import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { catchBrokenProviders, judgings } from '../broken-providers/catch-broken-providers.ts'
import { brokenTenants } from '../broken-providers/index.ts'

// Providers whose fault shows without power over the tenant, judged as tenants that only variables name.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(brokenTenants, parseShard(values.part))
const { caught, misses } = await catchBrokenProviders(write, mine, judgings.live)
write(`${caught} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
