import { findRule, type JournalEntry } from '../../mock-idp/index.ts'
import { adviceFor } from '../explain/advice.ts'
import { describeRequest } from '../serve/describe-request.ts'
import type { Page } from '../terminal/page.ts'
import { indented } from '../terminal/wrap.ts'

/** A request in one line, as `agentid serve` tells it; of a refusal, if asked, also the rule and what to do. */
export function describeEntry(
  entry: JournalEntry,
  { colours, width }: Page,
  isAdvised: boolean,
): readonly string[] {
  const { outcome } = entry
  const line = describeRequest(entry)
  if (!('refused' in outcome)) return ['fault' in outcome ? colours.caution(line) : line]
  if (!isAdvised) return [colours.bad(line)]
  const title = findRule(outcome.refused)?.title
  const todo = adviceFor(outcome.refused)?.todo
  return [
    colours.bad(line),
    ...[title, todo].flatMap((text) => (text === undefined ? [] : indented(text, width, 2))),
  ]
}
