// An adapter that runs once for each acquisition, in the way that its argument names.
import { spawn } from 'node:child_process'

const { env } = process
const context = JSON.parse(env.AGENTID_CONFORMANCE_CONTEXT)
const write = (value) => process.stdout.write(value)
const token = (accessToken) => JSON.stringify({ ok: true, token: { accessToken } })

const ways = {
  good: () => {
    console.error(`log of ${context.acquire.agentIdentity}`)
    console.log('a line of output')
    const accessToken = JSON.stringify({
      context,
      scenario: env.AGENTID_CONFORMANCE_SCENARIO,
      authority: env.AGENTID_CONFORMANCE_AUTHORITY,
      given: env.TEST_GIVEN,
    })
    write(token(accessToken))
  },
  refuses: () => {
    console.log(JSON.stringify({ ok: false, error: { kind: 'client', message: 'I refuse' } }))
    process.exitCode = 1
  },
  silent: () => {
    console.error('about my-secret')
    process.exitCode = 7
  },
  garbage: () => console.log('done with my-secret'),
  'wrong-member': () => console.log('{"ok":true,"token":{"accessToken":null}}'),
  'never-ends': () => setInterval(() => {}, 1000),
  floods: () => {
    const more = () => process.stdout.write('line\n'.repeat(16_384), more)
    more()
  },
  'leaves-a-child': () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'inherit',
    })
    child.unref()
    write(token('t'))
  },
  // As setsid does, and without what it could be found by in its environment.
  'leaves-a-session': () => {
    const listens = `require('node:net').createServer().listen(0, '127.0.0.1', function () {
      process.send(this.address().port)
      process.disconnect()
    })`
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc']
    const child = spawn(process.execPath, ['-e', listens], { detached: true, env: {}, stdio })
    child.once('message', (port) => {
      child.unref()
      write(token(String(port)))
    })
  },
}
ways[process.argv[2]]()
