import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { runHealth } from './run-health.ts'

test('another server on the port is not taken for a mock', async (t) => {
  const server = createServer((_request, answer) => answer.end('{"status":"ok"}')).listen(0)
  t.after(() => server.close())
  await once(server, 'listening')
  const surroundings = fakeSurroundings()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  assert.equal(await runHealth({ url }, surroundings), 1)
  assert.match(surroundings.err(), /answered with status 200, and not as a mock does\./)
})

test('where nothing listens, the reason and what to do are said', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await runHealth({ url: 'http://127.0.0.1:1' }, surroundings), 1)
  assert.match(surroundings.err(), /no mock answers at http:\/\/127\.0\.0\.1:1: .*agentid serve/)
})

test('what is no URL is refused', async () => {
  const surroundings = fakeSurroundings()
  assert.equal(await runHealth({ url: 'localhost' }, surroundings), 1)
  assert.match(surroundings.err(), /localhost is no URL/)
})
