import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { root } from './support/run-tool.ts'

const left = ['node_modules', 'dist', 'conformance-report', 'live-evidence', 'api']
const pages = pagesIn('.')

test('every link of every page leads to a file and a heading', async () => {
  const broken: string[] = []
  let found = 0
  for (const page of pages) {
    for (const link of linksOf(await readFile(join(root, page), 'utf8'))) {
      found += 1
      if (!(await leadsSomewhere(page, link))) broken.push(`${page}: ${link}`)
    }
  }
  assert.deepEqual(broken, [])
  assert.ok(found > 100)
})

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const isOurs = !entry.name.startsWith('.') && !left.includes(entry.name)
      return isOurs ? pagesIn(path) : []
    }
    return entry.name.endsWith('.md') ? [path] : []
  })
}

/** Links to places of this project, outside code. */
function linksOf(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code')
  return [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link)
}

async function leadsSomewhere(page: string, link: string): Promise<boolean> {
  const [path = '', heading] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return false
  if (heading === undefined) return true
  const text = await readFile(join(root, target), 'utf8').catch(() => '')
  return [...text.matchAll(/^#+ (.*)$/gm)].some(([, title = '']) => anchorOf(title) === heading)
}

/** As GitHub makes it. */
function anchorOf(title: string): string {
  const words = title.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
  return words.trim().replaceAll(' ', '-')
}
