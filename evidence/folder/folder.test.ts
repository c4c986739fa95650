import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { EvidenceError } from '../evidence-error.ts'
import type { EvidenceSet } from '../format.ts'
import { sampleIndex, sampleScenario } from '../testing/sample-evidence.ts'
import { sample } from '../testing/sample-exchange.ts'
import { readEvidence } from './read.ts'
import { checkEvidenceFolder, saveEvidence } from './save.ts'

const sampleSet: EvidenceSet = { index: sampleIndex, scenarios: [sampleScenario] }
const sensitive = [sample.secret, sample.tenantId]

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agentid-evidence-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function filesIn(path: string): Promise<readonly string[]> {
  const names = await readdir(path, { recursive: true, withFileTypes: true })
  return names.filter((one) => one.isFile()).map(({ name }) => name)
}

describe('a folder of evidence', () => {
  it('is read as it was written, and may be replaced', async () => {
    const path = join(folder, 'new', 'evidence')
    assert.equal(await checkEvidenceFolder(path), path)
    const written = await saveEvidence(sampleSet, path, sensitive)
    assert.deepEqual(await readEvidence(path), sampleSet)
    assert.equal(written.length, 2)
    const later = { ...sampleSet, index: { ...sampleIndex, day: '2026-11-24' } }
    assert.equal(await checkEvidenceFolder(path), path)
    await saveEvidence(later, path, sensitive)
    assert.equal((await readEvidence(path)).index.day, '2026-11-24')
    assert.deepEqual(await readdir(join(folder, 'new')), ['evidence'])
  })

  it('is the same to the byte when it is written again', async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')]
    await saveEvidence(sampleSet, one, sensitive)
    await saveEvidence(sampleSet, other, sensitive)
    const read = (path: string) => readFile(join(path, 'index.json'), 'utf8')
    assert.equal(await read(one), await read(other))
  })

  it('never takes the place of anything else', async () => {
    const path = join(folder, 'photos')
    await mkdir(path)
    await writeFile(join(path, 'cat.txt'), 'a cat')
    await assert.rejects(checkEvidenceFolder(path), {
      name: 'EvidenceError',
      message: `${path} must be empty or a folder of evidence; name another folder with --save-evidence`,
    })
    assert.deepEqual(await filesIn(path), ['cat.txt'])
  })

  it('leaves alone what lies beside it', async () => {
    const place = join(folder, 'beside')
    const path = join(place, 'evidence')
    for (const name of ['evidence.old', 'evidence.partial']) {
      await mkdir(join(place, name), { recursive: true })
      await writeFile(join(place, name, 'mine.txt'), 'mine')
    }
    for (const _ of ['first', 'again']) {
      await checkEvidenceFolder(path)
      await saveEvidence(sampleSet, path, sensitive)
    }
    assert.deepEqual((await readdir(place)).sort(), [
      'evidence',
      'evidence.old',
      'evidence.partial',
    ])
    assert.equal((await filesIn(place)).filter((name) => name === 'mine.txt').length, 2)
  })

  it('is not begun where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    await assert.rejects(checkEvidenceFolder(join(folder, 'file', 'evidence')), EvidenceError)
  })

  it('is not written at all with a leak in one of its files; the place is told, the leak is not', async () => {
    const path = join(folder, 'leaking')
    const leaking = { ...sampleScenario, observations: [`expected ${sample.secret}`] }
    await assert.rejects(
      saveEvidence({ ...sampleSet, scenarios: [leaking] }, path, sensitive),
      (error: Error) => {
        assert.equal(error.name, 'EvidenceError')
        assert.match(
          error.message,
          /obtaining-t1\/.*\.json: observations\[0\] contains an id, a secret/,
        )
        assert.ok(!error.message.includes(sample.secret))
        return true
      },
    )
    await assert.rejects(readdir(path))
    assert.ok(!(await readdir(folder)).some((name) => name.includes('partial')))
  })

  it('keeps what it held when the next run leaks', async () => {
    const path = join(folder, 'kept')
    await saveEvidence(sampleSet, path, sensitive)
    const leaking = { ...sampleIndex, tool: { name: sample.tenantId, version: '1' } }
    await assert.rejects(saveEvidence({ ...sampleSet, index: leaking }, path, sensitive))
    assert.deepEqual(await readEvidence(path), sampleSet)
  })
})

describe('evidence is not read', () => {
  const spoil = async (name: string, file: string, content: string) => {
    const path = join(folder, name)
    await saveEvidence(sampleSet, join(folder, 'good'), sensitive)
    await cp(join(folder, 'good'), path, { recursive: true })
    await writeFile(join(path, file), content)
    return path
  }
  const cases = [
    ['where there is none', undefined, /cannot read .*--save-evidence DIR/],
    ['that is no JSON', '{', /index\.json is not JSON/],
    [
      'of another version',
      JSON.stringify({ ...sampleIndex, format: 'agentid-evidence/2' }),
      /is not valid evidence for this version: format/,
    ],
    [
      'with a member that nobody knows',
      JSON.stringify({ ...sampleIndex, more: 1 }),
      /is not valid evidence for this version: the whole/,
    ],
    [
      'that leads out of its folder',
      JSON.stringify({
        ...sampleIndex,
        scenarios: [{ ...sampleIndex.scenarios[0], file: '../../passwd' }],
      }),
      /names a file outside the folder of evidence/,
    ],
    [
      'in which a file is another than the index says',
      JSON.stringify({
        ...sampleIndex,
        scenarios: [{ ...sampleIndex.scenarios[0], title: 'Another' }],
      }),
      /belongs to a different scenario than the index says/,
    ],
  ] as const
  for (const [name, content, message] of cases) {
    it(name, async () => {
      const path =
        content === undefined
          ? join(folder, 'nowhere')
          : await spoil(name.replaceAll(' ', '-'), 'index.json', content)
      await assert.rejects(readEvidence(path), { name: 'EvidenceError', message })
    })
  }
})
