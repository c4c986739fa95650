import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { buildSync } from 'esbuild'

/** What `require` finds, by its name, and what it is made from. */
const doors = {
  index: 'index',
  client: 'client/index',
  msw: 'msw/index',
  vitest: 'test-runners/vitest',
  jest: 'test-runners/jest',
  playwright: 'test-runners/playwright',
}

/** Packages of the caller, of native code, or that `require` can load. The others are ES modules alone. */
const external = [
  ...['libsql', 'undici', 'zod'],
  ...['@azure/identity', '@jest/globals', '@playwright/test', 'expect', 'msw', 'vitest'],
]

/**
 * Adds CommonJS to a build of ES modules: a bundle for each door, and its types. Jest and older tools load no ES modules.
 *
 * @param {string} dist what the compiler wrote
 */
export function buildCommonJs(dist) {
  const entryPoints = Object.fromEntries(
    Object.entries(doors).map(([name, door]) => [name, join(dist, `${door}.js`)]),
  )
  buildSync({
    entryPoints,
    external,
    outdir: join(dist, 'commonjs'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href" },
    logLevel: 'warning',
  })
  const written = new Set()
  for (const [name, door] of Object.entries(doors)) {
    writeTypes(dist, join(dist, `${door}.d.ts`), written)
    const specifier = relative(join(dist, 'commonjs'), typesOf(dist, door)).replaceAll('\\', '/')
    const file = join(dist, 'commonjs', `${name}.d.cts`)
    writeFileSync(file, `export * from './${specifier.replace(/\.d\.cts$/, '.cjs')}'\n`)
  }
}

/** TypeScript takes types for those of CommonJS by the name of their file, so each has a copy. */
function typesOf(dist, door) {
  return join(dist, 'commonjs', 'types', `${door}.d.cts`)
}

function writeTypes(dist, file, written) {
  if (written.has(file)) return
  written.add(file)
  const text = readFileSync(file, 'utf8')
  const own = /(from |import\()(['"])(\.{1,2}\/[^'"]+)\.[jt]s\2/g
  const copy = join(dist, 'commonjs', 'types', relative(dist, file).replace(/\.d\.ts$/, '.d.cts'))
  mkdirSync(dirname(copy), { recursive: true })
  writeFileSync(copy, text.replaceAll(own, '$1$2$3.cjs$2'))
  for (const [, , , specifier = ''] of text.matchAll(own)) {
    const next = join(dirname(file), `${specifier}.d.ts`)
    if (existsSync(next)) writeTypes(dist, next, written)
  }
}
