import { parseArgs } from 'node:util'
import { catchBrokenClients } from '../proofs/broken-clients/catch-broken-clients.ts'
import { brokenClients } from '../proofs/broken-clients/index.ts'

// What is proved of the judging of clients: whoever has a fault is caught, and by that fault alone.
const { values } = parseArgs({ options: { shard: { type: 'string', default: '1/1' } } })
const [part = Number.NaN, parts = Number.NaN] = values.shard.split('/').map(Number)
if (!(part >= 1 && part <= parts)) throw new TypeError(`--shard ${values.shard}: expected 1/2, 2/2`)
const write = (text: string) => process.stdout.write(text)
const mine = brokenClients.filter((_, at) => at % parts === part - 1)
const { caught, misses } = await catchBrokenClients(write, mine)
write(`${caught} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
