import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openProxy, type RedirectProxy } from './proxy.ts'
import { routeCases, routesTo } from './testing/route-cases.ts'
import { type TcpServer, tcpServer } from './testing/tcp.ts'

let authority: TcpServer
let metadata: TcpServer
let proxy: RedirectProxy

before(async () => {
  authority = await tcpServer('authority')
  metadata = await tcpServer('managedIdentity')
  proxy = await openProxy({ hosts: [], authorityPort: authority.port })
})
after(() => Promise.all([authority.close(), metadata.close(), proxy.close()]))

/** Runs a script with the preload, and answers what it prints as JSON. */
async function runLed(script: string, settings?: object): Promise<unknown> {
  const preload = fileURLToPath(new URL('preload.cjs', import.meta.url))
  const at = (port: number) => ({ host: '127.0.0.1', port })
  const routes = { ...routesTo(at(authority.port), at(metadata.port)), proxy: at(proxy.port) }
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require "${preload.replace(/["\\]/g, '\\$&')}"`,
    AGENTID_REDIRECT: JSON.stringify(settings ?? routes),
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env })
  return JSON.parse(stdout)
}

/** In the program: what a connection says, which writes before it is connected. */
const ask = `
const net = require('node:net')
const ask = (...target) => new Promise((resolve) => {
  const socket = net.connect(...target)
  const finish = (answer) => { socket.destroy(); resolve(String(answer)) }
  socket.on('data', finish).on('error', (error) => finish(error.code))
  socket.write('hello')
})
const print = (value) => process.stdout.write(JSON.stringify(value))
`

test('connections are led as the proxy leads them, and refused ones are reported to it', async () => {
  const targets = routeCases.map(([host, port]) => ({ host, port }))
  const answers = await runLed(
    `${ask} Promise.all(${JSON.stringify(targets)}.map((target) => ask(target))).then(print)`,
  )
  const expected = routeCases.map(([, , end]) => (end === 'refused' ? 'EACCES' : end))
  assert.deepEqual(answers, expected)
  const refused = routeCases.filter(([, , end]) => end === 'refused')
  assert.equal(proxy.strangeHosts().length, refused.length)
  assert.ok(proxy.strangeHosts().includes('example.com:443'))
})

test('this machine is reached in every form of connect, and an error still arrives', async () => {
  const { port } = authority
  const forms = [[port], [String(port), '127.0.0.1'], [{ port }], [{ port, host: 'localhost' }]]
  const names = ['localhost', 'app.localhost', '127.0.0.1']
  const answers = await runLed(
    `${ask} Promise.all([...${JSON.stringify(forms)}, ...${JSON.stringify(names)}.map((name) => [${port}, name])]
      .map((form) => ask(...form)).concat(ask(1), ask('/nowhere.sock'))).then(print)`,
  )
  const reached = [...forms, ...names].map(() => 'authority')
  assert.deepEqual(answers, [...reached, 'ECONNREFUSED', 'ENOENT'])
})

test('a callback is called, and an error tells what may be reached', async () => {
  const answer = await runLed(`${ask}
    net.connect(443, 'graph.microsoft.com', function () {
      this.destroy()
      const socket = new net.Socket()
      socket.connect({ host: 'db.example.org', port: 5432 }, () => print('connected'))
      socket.on('error', ({ message, code, port }) => print({ message, code, port }))
    })`)
  assert.deepEqual(answer, {
    message:
      'agentid refused the connection to db.example.org:5432: a program can reach only Microsoft Entra and Microsoft Graph, which the mock plays, and this machine',
    code: 'EACCES',
    port: 5432,
  })
})

test('a host is refused also when nobody is there to be told', async () => {
  const answer = await runLed(`${ask} ask(443, 'example.com').then(print)`, {
    hosts: [],
    authority: { host: '127.0.0.1', port: 1 },
    proxy: { host: '127.0.0.1', port: 1 },
  })
  assert.equal(answer, 'EACCES')
})

test('workers and child processes are led too', async () => {
  const connect = `require('node:net').connect(443, 'login.microsoftonline.com').on('data', (data) => { console.log(String(data)); process.exit() }).write('x')`
  const answers = await runLed(`
    const { Worker } = require('node:worker_threads')
    const worker = new Worker(${JSON.stringify(connect)}, { eval: true, stdout: true })
    worker.stdout.once('data', (data) => {
      const child = require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(connect)}])
      process.stdout.write(JSON.stringify([String(data).trim(), String(child).trim()]))
    })`)
  assert.deepEqual(answers, ['authority', 'authority'])
})
