import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Measurement } from './measurement.ts'
import type { Row } from './report.ts'
import { summarize } from './statistics.ts'

const kilobyte = 1000

/** Memory of tenants that nobody asks for anything: what each sandbox of a large test run costs. */
export const tenantMemory: Measurement = async ({ dist, quick, progress }) => {
  const { createMockIdp }: typeof import('../index.ts') = await import(
    pathToFileURL(join(dist, 'index.js')).href
  )
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const usedBytes = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const idp = await createMockIdp()
  // The first brings what all share.
  await idp.tenants.create()
  const before = usedBytes()
  const rows: Row[] = []
  let made = 0
  for (const count of quick ? [1_000, 5_000] : [1_000, 50_000]) {
    progress(`tenant-memory, ${count} tenants`)
    for (; made < count; made++) await idp.tenants.create()
    rows.push({
      what: `one of ${count} tenants`,
      unit: 'KB',
      measured: summarize([(usedBytes() - before) / count / kilobyte]),
      target: { atMost: 15 },
      digits: 1,
    })
  }
  return {
    title: 'Memory of a tenant at rest, as POST /_mock/tenants makes it',
    rows,
    notes: ['heap and buffers after a collection, in one process without a port'],
  }
}
