import { referenceClient, runConformance } from '../engine/run/index.ts'

const { exitCode } = await runConformance({
  target: 'in-process',
  client: referenceClient,
  write: (text) => process.stdout.write(text),
  isTty: false,
})
process.exitCode = exitCode
