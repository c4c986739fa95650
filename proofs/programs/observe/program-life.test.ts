import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { stopsListening } from '../../../engine/clients/adapter/testing/is-listening.ts'
import { observe, script, startObserving } from './observe-command.ts'

/** What it writes, and how to wait for a part of it. */
function listen({ stdout, stderr }: ChildProcess) {
  let text = ''
  const waiting = new Set<() => void>()
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      for (const look of waiting) look()
    })
  }
  const until = (part: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!text.includes(part)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return { text: () => text, until }
}

const noSignals =
  process.platform === 'win32' ? 'Windows has neither signals nor process groups' : false

/** Asks for discovery, then waits for ever. */
const waiting = `process.on('SIGTERM', () => {})
  const tenant = process.env.AZURE_TENANT_ID
  await fetch(\`https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration\`)
  setInterval(() => {}, 1000)
  console.log('waits')`

test('Ctrl-C ends the program, and it is judged all the same', { skip: noSignals }, async () => {
  const command = startObserving(script(waiting))
  const output = listen(command)
  await output.until('waits')
  command.kill('SIGINT')
  const [status] = await once(command, 'close')
  assert.equal(status, 2)
  assert.match(
    output.text(),
    /passing SIGINT on to the program; repeat it to end the program at once\n/,
  )
  assert.match(output.text(), /SIGINT ended the program\n/)
  assert.match(output.text(), /\nThe program requested no token\. /)
})

test('a program that ignores a signal is ended by the second', { skip: noSignals }, async () => {
  const command = startObserving(script(waiting))
  const output = listen(command)
  await output.until('waits')
  command.kill('SIGTERM')
  await output.until('passing SIGTERM on to the program')
  command.kill('SIGTERM')
  await once(command, 'close')
  assert.match(output.text(), /SIGKILL ended the program\n/)
})

test('what the program leaves behind is ended', { skip: noSignals }, async () => {
  const left = `require('node:net').createServer().listen(0, '127.0.0.1', function () {
    console.log(this.address().port)
  })`
  // It holds the stderr of the program, too.
  const { stdout } = await observe(
    script(`import { spawn } from 'node:child_process'
      const args = ['--eval', ${JSON.stringify(left)}]
      const left = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      left.stdout.once('data', (port) => process.stdout.write(port, () => process.exit()))`),
  )
  const port = Number(/^(\d+)\n/.exec(stdout)?.[1])
  assert.ok(port > 0)
  assert.equal(await stopsListening(port), true)
})

test('the exit code of the program is told, and is not that of the command', async () => {
  const { status, stderr } = await observe(script('process.exit(7)'))
  assert.equal(status, 2)
  assert.match(stderr, /\nagentid observe: the program exited with code 7\n/)
})

test('the program reads the standard input of the command, and every byte it writes is passed on', async () => {
  const command = startObserving(script('process.stdin.pipe(process.stdout)'))
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 256))
  const written: Buffer[] = []
  command.stdout.on('data', (chunk: Buffer) => written.push(chunk))
  command.stdin.end(bytes)
  await once(command, 'close')
  assert.ok(Buffer.concat(written).subarray(0, bytes.length).equals(bytes))
})

test('arguments come to the program as they are, without a shell', async () => {
  const args = ['--json', 'a b', '$HOME', '"quoted"', '']
  const { stdout } = await observe([
    ...script('console.log(JSON.stringify(process.argv.slice(1)))'),
    '--',
    ...args,
  ])
  assert.deepEqual(JSON.parse(stdout.split('\n', 1)[0] ?? ''), args)
})
