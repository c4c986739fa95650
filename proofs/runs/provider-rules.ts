import { catchBrokenProviders } from '../broken-providers/catch-broken-providers.ts'
import { tellingProviders } from '../broken-providers/index.ts'
import { ruleMutation } from '../rule-mutation.ts'

// Every rule is needed, and a fault of an identity provider does not pass. That the mock itself passes is tested beside it.
const write = (text: string) => process.stdout.write(text)
const { killed, survivors } = await ruleMutation(write)
const { caught, misses } = await catchBrokenProviders(write, tellingProviders)
const failed = survivors.length + misses.length
write(`${killed + caught} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
