import { z } from 'zod'
import { isJsonObject } from '../wire/json-object.ts'

type Member = z.core.JSONSchema.BaseSchema
type Members = Readonly<Record<string, Member>>

/** The members of a schema, each with what it holds and what it means, as a Markdown table. */
export function membersTable(schema: z.ZodType, omitted: readonly string[] = []): string {
  const { properties } = z.toJSONSchema(schema, { io: 'input' })
  const members = leaves((properties ?? {}) as Members)
  const rows = members.filter(([name]) => !omitted.includes(name)).map(row)
  return ['| member | holds | default | means |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** Of an object that says nothing of itself, what is in it: `cache.enabled`. */
function leaves(members: Members, prefix = ''): readonly (readonly [string, Member])[] {
  return Object.entries(members).flatMap(([name, member]) => {
    const { properties, description } = member
    if (properties && description === undefined)
      return leaves(properties as Members, `${prefix}${name}.`)
    return [[`${prefix}${name}`, member] as const]
  })
}

function row([name, member]: readonly [string, Member]): string {
  const fallback = member.default === undefined ? '' : code(member.default)
  return `| \`${name}\` | ${holds(member)} | ${fallback} | ${member.description ?? ''} |`
}

function holds(member: Member): string {
  if (member.enum) return `one of ${member.enum.map(code).join(', ')}`
  const { items } = member
  if (isSchema(items) && items.enum) return `any of ${items.enum.map(code).join(', ')}`
  if (isSchema(items) && items.type === 'string') return 'texts'
  if (member.properties) return 'members'
  if (member.anyOf) return member.anyOf.map((one) => holds(one as Member)).join(', or ')
  return kinds[String(member.type)] ?? ''
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'names and texts',
  null: 'null',
}

function isSchema(value: unknown): value is Member {
  return isJsonObject(value)
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
