import { liveScenarios } from '../proofs/live-scenarios.ts'
import { ruleMutation } from '../proofs/rule-mutation.ts'

// What is proved of the specification itself: each rule is needed, and what is tagged @live can be shown live.
const write = (text: string) => process.stdout.write(text)
const { killed, survivors } = await ruleMutation(write)
const unfit = await liveScenarios()
for (const problem of unfit) write(`${problem}\n`)
const failed = survivors.length + unfit.length
write(`${killed + (unfit.length === 0 ? 1 : 0)} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
