import { printable } from '../../wire/printable.ts'
import type { Page } from '../terminal/page.ts'
import { indented, wrap } from '../terminal/wrap.ts'
import type { ApiPoint, ApiVerdict } from './api-verdict.ts'
import { kindDescriptions } from './kind-descriptions.ts'
import type { Token } from './token.ts'

/** What an API must do with a token, and why. */
export function describeApiVerdict(
  { kind }: Token,
  { refusals, remaining }: ApiVerdict,
  { colours, width }: Page,
): readonly string[] {
  const lines = ({ rule, what }: ApiPoint) => [
    colours.name(rule),
    ...indented(printable(what), width, 2),
  ]
  const [title, points] =
    refusals.length > 0
      ? ['Refuse it.', refusals]
      : ['Accept it, if all of this holds. The token alone cannot show it.', remaining]
  return [
    ...wrap(kindDescriptions[kind], width),
    '',
    ...wrap(title, width).map(colours.title),
    ...points.flatMap(lines),
  ]
}
