import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../tests/support/exhaustive.ts'
import { type Change, collectionNames } from '../directory/collections.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { createDirectory } from '../directory/directory.ts'
import { indexed } from '../directory/index-objects.ts'
import type { Tenant } from '../directory/tenant.ts'
import { openStateFile } from './index.ts'
import { arbitraryChanges } from './testing/arbitrary-changes.ts'
import { arbitraryTenant } from './testing/arbitrary-tenant.ts'

const ids = [
  '10000000-c0de-4a11-8000-00000000000a',
  '10000000-c0de-4a11-8000-00000000000b',
] as const
const description = { tenantId: ids[0], displayName: '$' } as CompleteTenantDescription
const origin = { ...description, displayName: 'Origin' }

const kept = (tenant: Tenant) => ({ tenant, origin })
const orders = (tenant: Tenant) => collectionNames.map((name) => [...tenant[name].keys()])

async function inFolder(use: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'agentid state #1 %20 ä-'))
  try {
    await use(join(folder, 'state.db'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reload(file: string) {
  const state = await openStateFile(file)
  try {
    return state.load()
  } finally {
    state.close()
  }
}

test('a tenant of any shape is the same after a start, in the same order', async () => {
  const tenants = fc.tuple(arbitraryTenant(ids[0]), arbitraryTenant(ids[1]))
  await fc.assert(
    fc.asyncProperty(tenants, ([one, other]) =>
      inFolder(async (file) => {
        const state = await openStateFile(file)
        assert.equal(state.load(), undefined)
        state.begin([kept(other)])
        state.put(kept(one))
        state.close()
        const loaded = await reload(file)
        assert.deepEqual(loaded, [kept(other), kept(one)])
        assert.deepEqual(
          loaded?.map(({ tenant }) => orders(tenant)),
          [orders(other), orders(one)],
        )
      }),
    ),
    { numRuns: runs(25, 10) },
  )
})

test('changes of any kind are kept as they are made, with the order they lead to', async () => {
  const changed = arbitraryTenant(ids[0]).chain((tenant) =>
    fc.tuple(fc.constant(tenant), fc.array(arbitraryChanges(tenant), { maxLength: 3 })),
  )
  await fc.assert(
    fc.asyncProperty(changed, ([tenant, lists]) =>
      inFolder(async (file) => {
        const state = await openStateFile(file)
        state.begin([kept(tenant)])
        const directory = createDirectory()
        directory.put(tenant)
        directory.watch({ change: ({ id }, changes) => state.change(id, changes) })
        for (const changes of lists) directory.change(tenant.id, changes)
        state.close()
        const [loaded] = (await reload(file)) ?? []
        const now = directory.findTenant(tenant.id) ?? tenant
        // Indexed anew: where two objects have one name, the index depends on which came last.
        const { resourcesByName: _, keysByObjectId: __, ...rest } = now
        assert.deepEqual(loaded?.tenant, indexed(rest, now))
        assert.deepEqual(loaded && orders(loaded.tenant), orders(now))
      }),
    ),
    { numRuns: runs(25, 10) },
  )
})

const [first] = fc.sample(arbitraryTenant(ids[0]), { numRuns: 1, seed: 1 })
const [second] = fc.sample(arbitraryTenant(ids[1]), { numRuns: 1, seed: 2 })

function samples() {
  if (!first || !second) throw new TypeError('no sample')
  return [first, second] as const
}

test('a tenant that is put again keeps its place, and one that is removed leaves nothing', async () => {
  await inFolder(async (file) => {
    const [one, other] = samples()
    const state = await openStateFile(file)
    state.begin([kept(one), kept(other)])
    const relaxed = { ...one, relaxedRules: new Set(['FMI-PRESENT']), users: new Map() }
    state.put(kept(relaxed))
    state.close()
    assert.deepEqual(await reload(file), [kept(indexed(relaxed, relaxed)), kept(other)])

    const again = await openStateFile(file)
    for (const id of ids) again.remove(id)
    again.close()
    assert.deepEqual(await reload(file), [])
  })
})

test('of a list of changes that cannot all be kept, none is', async () => {
  await inFolder(async (file) => {
    const [tenant] = samples()
    const warnings: string[] = []
    const state = await openStateFile(file, { warn: (line) => warnings.push(line) })
    state.begin([kept(tenant)])
    const object = tenant.groups.values().next().value
    const changes = [
      { collection: 'groups', key: 'first', value: object },
      { collection: 'groups', key: 'second', value: { id: () => 'no data' } },
    ] as unknown as readonly Change[]
    assert.throws(() => state.change(tenant.id, changes), /cannot be kept/)
    assert.equal(warnings.length, 1)
    state.change(tenant.id, [{ collection: 'groups', key: 'third', value: undefined }])
    state.close()
    assert.deepEqual(await reload(file), [kept(tenant)])
  })
})

test('the file belongs to its user alone, and is one file when it is closed', async () => {
  await inFolder(async (file) => {
    const mode = (name: string) => (statSync(name).mode & 0o777).toString(8)
    const state = await openStateFile(file)
    state.begin([])
    if (process.platform !== 'win32') {
      assert.deepEqual([mode(file), mode(`${file}-wal`)], ['600', '600'])
    }
    state.close()
    assert.deepEqual(readdirSync(join(file, '..')), ['state.db'])
  })
})
