// A harness that runs an adapter, for tests of what happens to the adapter when the harness ends.
import { openAdapter } from '../open-adapter.ts'
import { setup } from './setup.ts'

const [bad = '', how = ''] = process.argv.slice(2)
const client = await openAdapter({
  command: [process.execPath, bad, 'grandchild'],
  timeoutMs: 60_000,
})
const configured = await client.configure(setup())
const { token } = await configured.acquire({ agentIdentity: 'a', scope: 's' })
process.stdout.write(`${token}\n`, () => {
  if (how === 'exits') process.exit(4)
})
setInterval(() => {}, 1000)
