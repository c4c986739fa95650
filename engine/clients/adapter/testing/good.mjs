// A well-behaved adapter of a client that gets no tokens from anywhere: it tells what it was asked.
import { createInterface } from 'node:readline'

const capabilities = JSON.parse(process.env.TEST_CAPABILITIES ?? '{}')
const reply = (value) => process.stdout.write(`${JSON.stringify(value)}\n`)
let configured

const operations = {
  hello: () => ({ name: 'good', version: '1.2.3', language: 'node', capabilities }),
  configure: (message) => {
    configured = message
    process.stderr.write(`configured ${JSON.stringify(message)}\n`)
    return {}
  },
  acquire: ({ id, op, ...asked }) => {
    process.stderr.write(`acquire ${asked.agentIdentity}\n`)
    const accessToken = JSON.stringify({ pid: process.pid, asked, configured })
    return { token: { accessToken, source: 'network' } }
  },
  reset: () => {
    configured = undefined
    return {}
  },
  shutdown: () => ({}),
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line)
  const { id, op } = message
  if (message.agentIdentity === 'refused') {
    const error = {
      kind: 'server',
      message: 'refused, and here is my-secret',
      status: 401,
      code: 'invalid_client',
      aadsts: [7000215],
      correlationId: 'c1',
    }
    return reply({ id, ok: false, error })
  }
  if (op === process.env.TEST_UNSUPPORTED || !(op in operations)) {
    return reply({ id, ok: false, error: { kind: 'unsupported', message: `no ${op}` } })
  }
  reply({ id, ok: true, ...operations[op](message) })
})
