import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { isT1, nobody, said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** `/eid1/c/pub/t/{tenant}/a/{blueprint}/{agent identity}` */
function named(change: (part: string) => string, ...places: readonly number[]): InProcessOptions {
  return said(isT1, ({ sub }) => {
    const parts = String(sub).split('/')
    return { sub: parts.map((part, at) => (places.includes(at) ? change(part) : part)).join('/') }
  })
}

const tenant = 5
const blueprint = 7
const agent = 8

function recoded(to: (bytes: Buffer) => string) {
  return (part: string) => to(Buffer.from(part, 'base64url'))
}

/** From the order of .NET to the order of the text. */
function inTextOrder(bytes: Buffer): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  return Buffer.from(order.map((at) => bytes[at] ?? 0)).toString('base64url')
}

const codings: readonly (readonly [string, InProcessOptions])[] = [
  [
    'has the bytes of its GUIDs in the order of the text',
    named(recoded(inTextOrder), tenant, blueprint),
  ],
  ['has the bytes of the tenant in the order of the text', named(recoded(inTextOrder), tenant)],
  ['has padding', named((part) => `${part}==`, tenant, blueprint)],
  [
    'is written in base64 with padding',
    named(
      recoded((one) => one.toString('base64')),
      blueprint,
    ),
  ],
  [
    'is written in hexadecimal',
    named(
      recoded((bytes) => bytes.toString('hex')),
      tenant,
      blueprint,
    ),
  ],
  ['names the agent identity in upper case', named((id) => id.toUpperCase(), agent)],
  ['names another agent identity', named(() => nobody, agent)],
  ['names no agent identity', said(isT1, ({ azp }) => ({ sub: azp }))],
  [
    'names the blueprint before the tenant',
    said(isT1, ({ sub }) => {
      const [, , , , , first = '', , second = '', id = ''] = String(sub).split('/')
      return { sub: `/eid1/c/pub/t/${second}/a/${first}/${id}` }
    }),
  ],
  [
    'begins as that of another cloud',
    said(isT1, ({ sub }) => ({ sub: String(sub).replace('/pub/', '/gov/') })),
  ],
]

/** Subjects of T1 that name tenant, blueprint and agent identity otherwise. */
export const subjectsWrong: readonly BrokenProvider[] = codings.map(([flaw, options]) => ({
  name: `the subject of T1 ${flaw}`,
  breaks: ['TOKEN-T1-SUBJECT'],
  options,
}))
