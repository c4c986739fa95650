import { parseArgs } from 'node:util'
import { parseShard, partOf } from '../../tests/support/shard.ts'
import { catchBrokenClients } from '../broken-clients/catch-broken-clients.ts'
import { brokenClients } from '../broken-clients/index.ts'

// Every client with a fault through all scenarios about clients: it is caught, and by its fault alone.
const { values } = parseArgs({ options: { part: { type: 'string', default: '1/1' } } })
const write = (text: string) => process.stdout.write(text)
const mine = partOf(brokenClients, parseShard(values.part))
const { caught, misses } = await catchBrokenClients(write, mine, 'all scenarios')
write(`${caught} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
