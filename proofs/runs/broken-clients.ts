import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { catchBrokenClients } from '../broken-clients/catch-broken-clients.ts'
import { isInFixedPart } from '../broken-clients/fixed-part.ts'
import { brokenClients } from '../broken-clients/index.ts'

// Every client with a fault, on the scenarios of the rule that it breaks, and a part of them on all scenarios, which
// show what else it breaks; `npm test` tries one of each rule.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(brokenClients, parseShard(values.part))
const own = await catchBrokenClients(write, mine, 'scenarios of its rule')
const all = await catchBrokenClients(write, mine.filter(isInFixedPart), 'all scenarios')
const failed = own.misses.length + all.misses.length
write(`${own.caught + all.caught} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
