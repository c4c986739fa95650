import type { Directory } from '../../engine/cast/directory.ts'
import { fill } from '../../engine/cast/fill.ts'
import type { ResourceName } from '../../engine/cast/names.ts'

/** What a request asks for, once ids are known. */
export type Scope = (directory: Directory) => string

export function parseResource(text: string): ResourceName {
  return text.replaceAll('"', '') as ResourceName
}

export function parseScope(text: string): Scope {
  if (text === 'an unknown resource') return () => 'api://nobody-knows-this/.default'
  const [, raw] = /^the scope "(.*)"$/.exec(text) ?? []
  if (raw !== undefined) return (directory) => fill(raw, directory)
  const names = [...text.matchAll(/"[^"]+"|the token exchange/g)].map(([name]) =>
    parseResource(name),
  )
  return (directory) =>
    names
      .map((name) => {
        if (text.endsWith(' by its id')) return `${directory.clientId(name)}/.default`
        const address = directory.address(name)
        return `${text.endsWith(' in upper case') ? address.toUpperCase() : address}/.default`
      })
      .join(' ')
}
