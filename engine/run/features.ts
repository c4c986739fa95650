import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { referenceClient, runConformance } from './index.ts'

/**
 * For those who write features:
 * `node --import tsx engine/run/features.ts [--target server] [--tags EXPR] [--client] [FILE…]`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: 'string', default: 'in-process' },
    tags: { type: 'string' },
    client: { type: 'boolean', default: false },
  },
})
const targets = ['in-process', 'server', 'live'] as const
const target = targets.find((kind) => kind === values.target)
if (!target) throw new TypeError(`unknown target '${values.target}'`)

const { exitCode } = await runConformance({
  target,
  tags: values.tags,
  files: positionals.length > 0 ? positionals.map((file) => resolve(file)) : undefined,
  client: values.client ? referenceClient : undefined,
  write: (text) => process.stdout.write(text),
  isTty: process.stdout.isTTY ?? false,
  columns: process.stdout.columns,
})
process.exitCode = exitCode
