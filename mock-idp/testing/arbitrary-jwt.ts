import fc from 'fast-check'
import { seedIds } from '../directory/seed-ids.ts'
import { good } from './federated-tokens.ts'

const text = fc.oneof(
  fc.constantFrom('', 'RS256', 'JWT', 'external', good.iss, good.sub, good.aud, '1900000000'),
  fc.constantFrom(seedIds.concierge, seedIds.booking, '__proto__', 'constructor'),
  fc.constantFrom(`https://login.microsoftonline.com/${seedIds.contoso}/v2.0`, 'https://localhost'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
/** JSON of any structure, with names that mean something to JavaScript. */
export const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, true, 0, -1.5, 1e300, 1_900_000_000),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('toString', 'valueOf', 'toJSON', 'length', '__proto__', 'x'),
      tie('value'),
      {
        maxKeys: 3,
      },
    ),
    fc.integer({ min: 60, max: 6_000 }).map((depth) => ({ deep: depth })),
  ),
}))
/** The header or the payload of a JWT, with members of these names and with hostile ones. */
export const jwtPart = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names, 'crit', 'b64', '__proto__', 'toString'), anyJson, {
    maxKeys: 5,
  })

/** What is marked as deep becomes so only in the text: values of this depth cannot be written. */
export function written(part: unknown): string {
  return JSON.stringify(part).replace(/\{"deep":(\d+)\}/g, (_, depth: string) => {
    const count = Number(depth)
    return `${'['.repeat(count)}${']'.repeat(count)}`
  })
}
/** A header or a payload as it stands in a token. */
export const encodedPart = (part: unknown) => Buffer.from(written(part)).toString('base64url')
