import type { Directory } from '../cast/directory.ts'
import { fill } from '../cast/fill.ts'
import { type CastName, externalIssuer, externalSubject, isPersonName } from '../cast/names.ts'
import { referenceTo } from './graph-requests.ts'

type Body = Readonly<Record<string, unknown>>
/** Rows of a table: a property and what it is. */
export type Properties = readonly (readonly string[])[]

/** The body with the properties of a table in it: text, or JSON; `absent` takes one away. */
export function withProperties(body: Body, rows: Properties, directory: Directory): Body {
  const written = Object.entries(body)
  const told = rows.map(([name = '', words = '']) => propertyOf(name, words, directory))
  const merged = Object.fromEntries([...written, ...told])
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
}

export function sponsoredBy(ids: readonly string[]): Body {
  return { 'sponsors@odata.bind': ids.map(referenceTo) }
}

function propertyOf(name: string, words: string, directory: Directory): [string, unknown] {
  if (name === 'sponsors' || name === 'owners' || name === 'members') {
    return [`${name}@odata.bind`, referencesIn(words, directory)]
  }
  return [name, writtenAs(fillIds(words, directory))]
}

function referencesIn(words: string, directory: Directory): readonly string[] | undefined {
  if (words === 'absent') return undefined
  return words.split(', ').map((name) => referenceTo(idNamed(name, directory)))
}

/** The id of a person, a group, an agent identity, or what a place holder stands for. */
export function idNamed(name: string, directory: Directory): string {
  return isPersonName(name) ? directory.personId(name) : fillIds(name, directory)
}

function writtenAs(text: string): unknown {
  if (text === 'absent') return undefined
  return /^([[{]|true$|false$|null$|-?\d+$)/.test(text) ? JSON.parse(text) : text
}

/** Place holders of every feature, and those of the directory; in capitals, or as many letters as told. */
export function fillIds(text: string, directory: Directory): string {
  const known = text
    .replaceAll('{external issuer}', externalIssuer)
    .replaceAll('{external subject}', externalSubject)
    .replaceAll('{space}', ' ')
    .replace(/\{(\d+) letters\}/g, (_, count: string) => 'x'.repeat(Number(count)))
    .replace(/\{agent user ([\w-]+)\}/g, (_, name: string) => directory.clientId(name as CastName))
    .replace(/\{([\w ]+) in capitals\}/g, (_, name: string) =>
      fill(`{${name}}`, directory).toUpperCase(),
    )
    .replace(/\{([\w ]+)\}/g, (whole, name: string) =>
      isPersonName(name) ? directory.personId(name) : whole,
    )
    .replaceAll('{domain of Contoso}', domainOf(directory))
  return fill(known, directory)
}

/** The domain that every sandbox like Contoso has. */
export function domainOf(directory: Directory): string {
  return `contoso-${directory.tenantId('Contoso').replaceAll('-', '')}.example`
}
