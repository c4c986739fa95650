import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { catchBrokenProviders } from '../broken-providers/catch-broken-providers.ts'
import { everyFamily } from '../broken-providers/families.ts'

// Every claim and every member of an answer, wrong in every way: the rule that is about it notices.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(everyFamily, parseShard(values.part))
const { caught, misses } = await catchBrokenProviders(write, mine)
write(`${caught} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
