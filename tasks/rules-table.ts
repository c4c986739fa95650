import { isGraphRule, isRefusalRule, rules } from '../mock-idp/index.ts'

/** What is enforced outside Microsoft Graph, as a Markdown table in the order of enforcement. */
export function rulesTable(): string {
  const rows = rules
    .filter(isRefusalRule)
    .filter((rule) => !isGraphRule(rule))
    .map(({ id, title, error, aadsts, evidence }) => {
      const code = aadsts === undefined ? '' : String(aadsts)
      return `| ${id} | ${title} | \`${error}\` | ${code} | ${evidence.kind} |`
    })
  return [
    '| rule | what holds | `error` | AADSTS | evidence |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** What Microsoft Graph refuses on the mock. */
export function graphRulesTable(): string {
  const rows = rules
    .filter(isRefusalRule)
    .filter(isGraphRule)
    .map(
      ({ id, title, error, status, evidence, assumed = [] }) =>
        `| ${id} | ${title} | ${status} | \`${error}\` | ${evidence.kind}${chosen(assumed)} |`,
    )
  return [
    '| rule | what holds | status | `error.code` | evidence |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** What the source leaves open, so that the mock had to choose it. */
function chosen(assumed: readonly string[]): string {
  const parts = assumed.map((part) => (part === 'error' ? 'code' : part))
  return parts.length === 0 ? '' : `; ${parts.join(' and ')} inferred`
}
