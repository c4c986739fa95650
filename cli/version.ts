import { existsSync, readFileSync } from 'node:fs'

/** `package.json` is beside `cli/`, and beside `dist/` when compiled. */
export function readVersion(): string {
  const places = ['../package.json', '../../package.json'].map(
    (path) => new URL(path, import.meta.url),
  )
  const place = places.find((url) => existsSync(url))
  if (place === undefined) return 'unknown'
  const { version } = JSON.parse(readFileSync(place, 'utf8')) as { readonly version?: string }
  return version ?? 'unknown'
}
