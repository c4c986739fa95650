import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../tests/support/run-tool.ts'

/**
 * A Python that runs these lines: that of the adapter of MSAL Python, which `npm run clients` installs, or the
 * machine's own.
 */
export function findPython(lines: string): string | undefined {
  const own = ['bin/python', 'Scripts/python.exe'].map((file) =>
    join(root, 'adapters/msal-python/.venv', file),
  )
  const candidates = [...own.filter((file) => existsSync(file)), 'python3']
  return candidates.find((file) => spawnSync(file, ['-c', lines]).status === 0)
}
