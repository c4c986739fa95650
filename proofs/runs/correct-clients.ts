import { correctClients } from '../correct-clients/index.ts'
import { judgeCorrectClients } from '../correct-clients/judge-correct-clients.ts'

// Clients without a fault, of different habits, through all scenarios about clients: nothing is raised.
const write = (text: string) => process.stdout.write(text)
const { silent, alarms } = await judgeCorrectClients(correctClients, write)
write(`${silent} passed, ${alarms.length} failed\n`)
process.exitCode = alarms.length === 0 ? 0 : 1
