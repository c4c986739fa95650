import { tokenRequestStages } from '../mock-idp/rules/order-of-enforcement.ts'

/** What a token request meets, stage by stage, as a Markdown list. */
export function orderOfEnforcement(): string {
  return tokenRequestStages
    .map(({ about, rules }, at) => {
      const ids = rules.map(({ id }) => `\`${id}\``)
      return `${at + 1}. ${about}: ${ids.join(', ')}`
    })
    .join('\n')
}
