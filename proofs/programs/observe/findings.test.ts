import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type Block, blocksOf, useOf } from '../../../tests/support/documentation-blocks.ts'
import { root } from '../../../tests/support/run-tool.ts'
import { observe } from './observe-command.ts'

const folder = join(root, 'docs', 'findings')
const textOf = (page: string) => readFileSync(join(folder, page), 'utf8')
const fileOf = (block: Block) => {
  const use = useOf(block)
  return use.kind === 'file' ? use.name : undefined
}

/** How a program in a language finds the packages of an adapter. */
type Place = {
  readonly needs: string
  /** Where the program has to lie. Default: anywhere. */
  readonly into?: string
  readonly command: readonly string[]
}
type Language = {
  /** What the folder of an adapter in this language holds. */
  readonly manifest: string
  readonly placeIn: (adapter: string) => Place
}
const languages: Readonly<Record<string, Language>> = {
  js: {
    manifest: 'package.json',
    placeIn: (adapter) => {
      const packages = join(adapter, 'node_modules')
      return { needs: packages, into: packages, command: [process.execPath] }
    },
  },
  python: {
    manifest: 'requirements.in',
    placeIn: (adapter) => {
      const python = join(adapter, '.venv', 'bin', 'python')
      return { needs: python, command: [python] }
    },
  },
  go: {
    manifest: 'go.mod',
    placeIn: (adapter) => ({
      needs: join(adapter, 'adapter'),
      command: ['go', 'run', '-C', adapter],
    }),
  },
  java: {
    manifest: 'pom.xml',
    placeIn: (adapter) => {
      const packages = join(adapter, 'target', 'lib')
      return { needs: packages, command: ['java', '-cp', join(packages, '*')] }
    },
  },
}

/** With the adapter that the page links for the language of the program. */
function placeOf({ language }: Block, page: string): Place {
  const { manifest = '', placeIn } = languages[language] ?? {}
  const linked = [...textOf(page).matchAll(/\.\.\/(adapters\/[\w-]+)/g)].map(
    ([, path = '']) => path,
  )
  const adapter = linked.find((path) => existsSync(join(root, path, manifest)))
  if (!placeIn || !adapter) throw new Error(`${page} links no adapter in ${language}`)
  return placeIn(join(root, adapter))
}

/** Each program of a page, with the lines that the page says it prints. */
function programsOf(page: string) {
  const blocks = blocksOf(textOf(page))
  return blocks
    .filter((block) => fileOf(block) !== undefined)
    .map((program) => {
      const printed = blocks.slice(blocks.indexOf(program)).find(({ info }) => info === 'output')
      if (!printed) throw new Error(`${page} does not say what ${program.info} prints`)
      return { program, lines: printed.text.trimEnd().split('\n'), place: placeOf(program, page) }
    })
}

const withTc = blocksOf(textOf('README.md')).find((block) => fileOf(block) === 'with-tc.sh')

describe('every finding is still true of the released library', { concurrency: 2 }, () => {
  for (const page of readdirSync(folder).filter((name) => name !== 'README.md')) {
    for (const { program, lines, place } of programsOf(page)) {
      const file = fileOf(program) ?? ''
      const skip = existsSync(place.needs) ? false : `${place.needs} is not there: npm run clients`
      test(`${page}: ${file}`, { skip }, async () => {
        const into = await mkdtemp(join(place.into ?? tmpdir(), 'finding-'))
        try {
          await writeFile(join(into, 'with-tc.sh'), withTc?.text ?? '')
          await writeFile(join(into, file), program.text)
          const run = ['sh', join(into, 'with-tc.sh'), ...place.command, join(into, file)]
          const { stdout } = await observe(run)
          for (const line of lines)
            assert.ok(stdout.includes(line), `${line} is not in:\n${stdout}`)
        } finally {
          await rm(into, { recursive: true, force: true })
        }
      })
    }
  }
})
