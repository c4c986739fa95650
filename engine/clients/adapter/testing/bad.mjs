// An adapter that answers hello, and then breaks the protocol in the way that its argument names.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const [how] = process.argv.slice(2)
const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl`
const write = (text) => process.stdout.write(text)
const reply = (value) => write(`${JSON.stringify(value)}\n`)
const once = (id) => JSON.stringify({ id, ok: true, token: { accessToken: 'once' } })
const waiting = []
let answered

const ways = {
  'never-answers': () => {},
  'answers-twice': (id) => write(`${once(id)}\n${once(id)}\n`),
  'answers-twice-later': (id, { agentIdentity }) => {
    if (agentIdentity === 'second') return
    write(`${once(id)}\n`)
    answered = id
  },
  'answers-unasked': () => reply({ id: 4711, ok: true }),
  'answers-without-id': () =>
    reply({ ok: false, error: { kind: 'client', message: `I cannot read my-secret` } }),
  'prints-garbage': () => write(`got \u001b[31m my-secret and ${jwt} ${'x'.repeat(300)}\n`),
  'prints-an-array': () => write('[1]\n'),
  'exits-early': () => process.exit(3),
  'is-killed': () => process.kill(process.pid, 'SIGTERM'),
  'floods-one-line': () => flood('x'.repeat(65_536)),
  'floods-empty-lines': () => flood('\n'.repeat(65_536)),
  'floods-stderr': () => flood('log\n'.repeat(16_384), process.stderr),
  'sends-a-wrong-member': (id) => reply({ id, ok: true, token: { accessToken: 7, raw: jwt } }),
  'sends-a-wrong-kind': (id) => reply({ id, ok: false, error: { kind: jwt, message: 'm' } }),
  'out-of-order': (id, { agentIdentity }) => {
    waiting.unshift({ id, ok: true, token: { accessToken: `for ${agentIdentity}` } })
    if (waiting.length === 3) for (const late of waiting) reply(late)
  },
  grandchild: (id, { agentIdentity }) => {
    if (agentIdentity === 'second') return
    const listens = `require('node:net').createServer().listen(0, '127.0.0.1', function () {
      console.log(this.address().port)
    })`
    const child = spawn(process.execPath, ['-e', listens], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.once('data', (port) => {
      reply({ id, ok: true, token: { accessToken: String(port).trim() } })
      child.stdout.destroy()
      child.unref()
    })
  },
  'ignores-shutdown': (id) => reply({ id, ok: true }),
}

function flood(text, stream = process.stdout) {
  const more = () => stream.write(text, more)
  more()
}

if (how === 'ignores-shutdown') setInterval(() => {}, 1000)
process.stderr.write('a line of log with my-secret\nthe last line\n')
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, op, ...message } = JSON.parse(line)
  // Whoever asks again has taken the first answer.
  if (answered !== undefined) write(`${once(answered)}\n`)
  if (how === 'refuses-protocol') {
    return reply({ id, ok: false, error: { kind: 'unsupported', message: 'I speak version 9' } })
  }
  if (op === 'hello') return reply({ id, ok: true, name: 'bad', version: '1', capabilities: {} })
  if (op === 'configure' || (op === 'reset' && how !== 'ignores-shutdown')) {
    return reply({ id, ok: true })
  }
  if (op === 'acquire') ways[how](id, message)
})
