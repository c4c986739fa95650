import { referenceClient, runConformance } from '../../engine/run/index.ts'
import { catchBrokenClients } from '../broken-clients/catch-broken-clients.ts'
import { brokenClients } from '../broken-clients/index.ts'

// A client without a fault keeps every rule; one with a fault is caught by a scenario of the rule that it breaks.
const write = (text: string) => process.stdout.write(text)
const { exitCode, passed } = await runConformance({
  target: 'in-process',
  client: referenceClient,
  write,
  isTty: false,
})
const { caught, misses } = await catchBrokenClients(write, brokenClients, 'scenarios of its rule')
const failed = misses.length + (exitCode === 0 ? 0 : 1)
write(`${passed + caught} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
