import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type AgentidServer, startAgentid, t1Request } from './agentid-server.ts'
import type { Measurement, Surroundings } from './measurement.ts'
import { summarize } from './statistics.ts'

/** From nothing to the first token: as a command, and as a library. */
export const startUp: Measurement = async (surroundings) => {
  const { quick, progress } = surroundings
  const rounds = quick ? 5 : 25
  const keyFile = await storeKey(surroundings)
  const ready: number[] = []
  const token: number[] = []
  const inProcess: { readonly import: number; readonly token: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    if (round > 0) progress(`start-up, round ${round} of ${rounds}`)
    const spawned = await spawnToFirstToken(surroundings)
    const library = createToFirstToken(surroundings, keyFile)
    // The first round warms the file cache, and the https client of this process.
    if (round === 0) continue
    ready.push(spawned.ready)
    token.push(spawned.token)
    inProcess.push(library)
  }
  return {
    title: 'Start-up',
    rows: [
      {
        what: 'spawn to first token over https, warm CA',
        unit: 'ms',
        measured: summarize(token),
        target: { atMost: 250 },
      },
      { what: 'of this: spawn to ready line', unit: 'ms', measured: summarize(ready) },
      {
        what: 'createMockIdp() to first token, stored key',
        unit: 'ms',
        digits: 1,
        measured: summarize(inProcess.map((one) => one.token)),
        target: { atMost: 20 },
      },
      {
        what: 'before it: import of the package',
        unit: 'ms',
        digits: 1,
        measured: summarize(inProcess.map((one) => one.import)),
      },
    ],
    notes: ['every round in a new process'],
  }
}

async function spawnToFirstToken(surroundings: Surroundings) {
  const server = await startAgentid(surroundings)
  try {
    const ready = performance.now() - server.spawnedAt
    await obtainOverTls(server)
    return { ready, token: performance.now() - server.spawnedAt }
  } finally {
    await server.stop()
  }
}

function obtainOverTls(server: AgentidServer): Promise<void> {
  const { url, form } = t1Request(server)
  const { authorityHost, caFile } = server.ready
  const https = `${authorityHost}${new URL(url).pathname}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const options = { method: 'POST', headers, ca: readFileSync(caFile), agent: false as const }
  return new Promise((resolve, reject) => {
    const sent = request(https, options, (response) => {
      response.resume()
      if (response.statusCode === 200) response.on('end', resolve)
      else reject(new Error(`${https} answered ${response.statusCode}`))
    })
    sent.on('error', reject)
    sent.end(form)
  })
}

async function storeKey({ dist, folder }: Surroundings): Promise<string> {
  const product: typeof import('../index.ts') = await import(
    pathToFileURL(join(dist, 'index.js')).href
  )
  const file = join(folder, 'signing-key.json')
  writeFileSync(file, JSON.stringify(await product.makeSigningKey({ now: new Date() })))
  return file
}

function createToFirstToken({ dist }: Surroundings, keyFile: string) {
  const script = fileURLToPath(new URL('first-token.mjs', import.meta.url))
  const args = [script, join(dist, 'index.js'), keyFile]
  const milliseconds = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  return { import: Number(milliseconds.import), token: Number(milliseconds.token) }
}
