import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Measurement } from './measurement.ts'
import { summarize } from './statistics.ts'

type Scan = (text: string) => unknown
type Scanners = Readonly<Record<string, Scan>>

const [smallBytes, largeBytes] = [262_144, 1_048_576]
const secret = 'a-secret-of-the-bench-only'

/** Texts that only begin like what is looked for, over and over: what makes a scanner look twice. */
const pieces: Readonly<Record<string, string>> = {
  words: 'nothing to see here, ',
  'one run': 'a',
  'beginnings of a secret': secret.slice(0, -1),
  'beginnings of tokens': 'eyJhbGci',
  'headers of tokens': 'eyJhbGciOiJSUzI1NiJ9.',
  'full stops': 'a.',
  'beginnings of keys': '-----BEGIN PRIVATE KEY-----',
  'escaped quotes': '"\\"',
  brackets: '[]',
  'percent signs': '%25',
}

/** Scanners of text that others chose, and how their time grows: as the text does, or faster. */
export const linearScans: Measurement = async ({ dist, quick, progress }) => {
  const scanners = await loadScanners(dist)
  const rounds = quick ? 3 : 9
  const rows = Object.entries(scanners).map(([what, scan]) => {
    const grown = Object.entries(pieces).map(([name, piece]) => {
      progress(`linear-scans, ${what} of ${name}`)
      return { name, ...growth(scan, piece, rounds) }
    })
    const slowest = grown.reduce((one, other) => (other.largeMs > one.largeMs ? other : one))
    return {
      row: {
        what: `${what}, per byte of 1 MiB over 256 KiB`,
        unit: 'times',
        measured: { ...summarize(grown.map(({ ratio }) => ratio)), median: slowest.ratio },
        target: { atMost: 1.5 },
        digits: 2,
      },
      note: `${what}: 1 MiB takes ${slowest.largeMs.toFixed(1)} ms at most, of ${slowest.name}`,
    }
  })
  return {
    title: 'Time of scanners, which grows with the text and not with its square (4 times)',
    rows: rows.map(({ row }) => row),
    notes: [
      'the figure is that of the slowest text; least and most are over all kinds of text',
      ...rows.map(({ note }) => note),
    ],
  }
}

function growth(scan: Scan, piece: string, rounds: number) {
  const [small, large] = [textOf(piece, smallBytes), textOf(piece, largeBytes)]
  scan(small)
  const smallMs: number[] = []
  const largeMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    smallMs.push(timeOf(scan, small))
    largeMs.push(timeOf(scan, large))
  }
  // The least of each: what else the machine does only adds.
  const [least, most] = [Math.min(...smallMs), Math.min(...largeMs)]
  return { ratio: most / largeBytes / (least / smallBytes), largeMs: most }
}

function timeOf(scan: Scan, text: string): number {
  const from = performance.now()
  scan(text)
  return performance.now() - from
}

function textOf(piece: string, bytes: number): string {
  return piece.repeat(Math.ceil(bytes / piece.length)).slice(0, bytes)
}

async function loadScanners(dist: string): Promise<Scanners> {
  const load = (file: string) => import(pathToFileURL(join(dist, `${file}.js`)).href)
  const { redact }: typeof import('../wire/redact.ts') = await load('wire/redact')
  const { findLeak }: typeof import('../judge/leaks/index.ts') = await load('judge/leaks/index')
  const { leaksIn }: typeof import('../evidence/leaks/patterns.ts') =
    await load('evidence/leaks/patterns')
  const { joseIn }: typeof import('../wire/token-shapes.ts') = await load('wire/token-shapes')
  const { isTooDeep }: typeof import('../wire/json-depth.ts') = await load('wire/json-depth')
  return {
    'masking of messages': (text) => redact(text, [secret]),
    'search for leaks of a client': (text) => findLeak(text, [secret]),
    'search for leaks in evidence': leaksIn,
    'search for JWTs': (text) => joseIn(text),
    'depth of JSON': isTooDeep,
  }
}
