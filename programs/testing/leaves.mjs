// A program that leaves another behind, in the ways that its arguments name, and tells the port where that listens.
import { spawn } from 'node:child_process'

const ways = process.argv.slice(2)
const listens = `require('node:net').createServer().listen(0, '127.0.0.1', function () {
  process.send(this.address().port)
  process.disconnect()
})`
const output = ways.includes('holds-output') ? 'inherit' : 'ignore'
const child = spawn(process.execPath, ['-e', listens], {
  // A session of its own, as setsid(1) makes it.
  detached: ways.includes('setsid'),
  env: ways.includes('clears-environment') ? {} : process.env,
  stdio: ['ignore', output, output, 'ipc'],
})
child.once('message', (port) => {
  child.unref()
  process.stdout.write(`${port}\n`, () => {
    if (!ways.includes('stays')) process.exit(0)
  })
})
if (ways.includes('stays')) setInterval(() => {}, 1000)
