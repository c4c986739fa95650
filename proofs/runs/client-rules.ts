import { referenceClient, runConformance } from '../../engine/run/index.ts'
import { catchBrokenClients } from '../broken-clients/catch-broken-clients.ts'
import { tellingClients } from '../broken-clients/telling.ts'

// A client without a fault keeps every rule; one with a fault is caught by a scenario of the rule that it breaks:
// one fault of each rule here, and all in `npm run prove`.
const write = (text: string) => process.stdout.write(text)
const { exitCode, passed } = await runConformance({
  target: 'in-process',
  client: referenceClient,
  write,
  isTty: false,
})
const { caught, misses } = await catchBrokenClients(write, tellingClients, 'scenarios of its rule')
const failed = misses.length + (exitCode === 0 ? 0 : 1)
write(`${passed + caught} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
