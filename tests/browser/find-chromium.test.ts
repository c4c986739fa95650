import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { findChromium, type Machine } from './find-chromium.ts'

const chrome = '/usr/bin/google-chrome'

function machine(present: readonly string[], given: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: {},
    playwrightPath: '/cache/chromium',
    exists: (path) => present.includes(path),
    isRoot: false,
    run: () => assert.fail('nothing may be installed'),
    ...given,
  }
}

test('the variable comes first, then the browser of Playwright, then the usual places', () => {
  const all = ['/my/chromium', '/cache/chromium', chrome]
  assert.equal(findChromium(machine(all, { env: { AGENTID_CHROMIUM: '/my/chromium' } })), all[0])
  assert.equal(findChromium(machine(all)), '/cache/chromium')
  assert.equal(findChromium(machine([chrome])), chrome)
})

test('the places of macOS and Windows are known', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  assert.equal(findChromium(machine([mac], { platform: 'darwin' })), mac)
  const edge = join('D:\\Programs', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
  const windows = { platform: 'win32', env: { PROGRAMFILES: 'D:\\Programs' } } as const
  assert.equal(findChromium(machine([edge], windows)), edge)
})

test('a variable that names nothing is an error, even where there is a browser', () => {
  const env = { AGENTID_CHROMIUM: '/typo' }
  assert.throws(
    () => findChromium(machine([chrome], { env })),
    /AGENTID_CHROMIUM names \/typo, which does not exist/,
  )
})

test('without a browser the error says where it looked and what to do', () => {
  assert.throws(
    () => findChromium(machine([])),
    /Looked for:\n {2}\/cache\/chromium\n[\s\S]*npx playwright install --with-deps chromium/,
  )
})

test('root on Debian gets one installed', () => {
  const present = ['/usr/bin/apt-get']
  const calls: string[] = []
  const run = (program: string, args: readonly string[]) => {
    calls.push([program, ...args].join(' '))
    if (args[0] === 'install') present.push('/usr/bin/chromium')
    return true
  }
  assert.equal(findChromium(machine(present, { isRoot: true, run })), '/usr/bin/chromium')
  assert.deepEqual(calls, ['apt-get update', 'apt-get install -y --no-install-recommends chromium'])
})

test('an installation that fails is reported like a missing browser', () => {
  const given = { isRoot: true, run: () => false }
  assert.throws(() => findChromium(machine(['/usr/bin/apt-get'], given)), /No Chromium/)
})
