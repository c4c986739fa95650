import {
  type EvidenceOf,
  isRefusalRule,
  isStrong,
  type RefusalRule,
  rules,
} from '../../mock-idp/index.ts'
import type { Page } from '../terminal/page.ts'
import { wrap } from '../terminal/wrap.ts'
import { describeRule } from './describe-rule.ts'

export const errorPage = (number: number) =>
  `https://login.microsoftonline.com/error?code=${number}`

/** The refusals with this number, those that were seen of Entra first. */
export function rulesWithNumber(number: number, evidenceOf: EvidenceOf) {
  const found = rules.filter(isRefusalRule).filter(({ aadsts }) => aadsts === number)
  const isSeen = (rule: RefusalRule) => isStrong(evidenceOf(rule, 'how'))
  return [...found.filter(isSeen), ...found.filter((rule) => !isSeen(rule))]
}

/** Every rule of the catalogue that is refused with this number. */
export function describeNumber(
  number: number,
  page: Page,
  evidenceOf: EvidenceOf,
): readonly string[] {
  const found = rulesWithNumber(number, evidenceOf)
  const title = page.colours.title(`AADSTS${number}`)
  if (found.length === 0) {
    return [
      title,
      ...wrap(
        'No rule in the catalogue has this number, so this tool cannot explain it.',
        page.width,
      ),
      `Microsoft: ${errorPage(number)}`,
    ]
  }
  const many = found.length === 1 ? 'One rule refuses' : `${found.length} rules refuse`
  return [
    title,
    ...wrap(`${many} with this number.`, page.width),
    `Microsoft: ${errorPage(number)}`,
    ...found.flatMap((rule) => ['', ...describeRule(rule, page, evidenceOf)]),
  ]
}
