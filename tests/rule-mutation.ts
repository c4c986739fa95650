import { ruleMutation } from '../steps/checks/rule-mutation.ts'

const { killed, total } = await ruleMutation((text) => process.stdout.write(text))
process.stdout.write(`${killed} passed, ${total - killed} failed\n`)
process.exitCode = killed === total ? 0 : 1
