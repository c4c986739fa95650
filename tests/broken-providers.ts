import { catchBrokenProviders } from '../proofs/broken-providers/catch-broken-providers.ts'
import { brokenProviders } from '../proofs/broken-providers/index.ts'

// What is proved of the specification beyond its rules: a fault of an identity provider does not pass.
const write = (text: string) => process.stdout.write(text)
const { caught, misses } = await catchBrokenProviders(write, brokenProviders)
write(`${caught} passed, ${misses.length} failed\n`)
process.exitCode = misses.length === 0 ? 0 : 1
