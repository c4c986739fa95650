import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { catchBrokenClients } from '../broken-clients/catch-broken-clients.ts'
import { brokenClients } from '../broken-clients/index.ts'

// Every client with a fault, on the scenarios of the rule that it breaks; `npm test` tries one of each rule.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(brokenClients, parseShard(values.part))
const { caught, misses } = await catchBrokenClients(write, mine, 'scenarios of its rule')
write(`${caught} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
