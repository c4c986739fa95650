import { isRefusalRule, rules } from '../mock-idp/index.ts'

/** What is enforced, as a Markdown table in the order of enforcement. */
export function rulesTable(): string {
  const rows = rules.filter(isRefusalRule).map(({ id, title, error, aadsts, evidence }) => {
    const code = aadsts === undefined ? '' : String(aadsts)
    return `| ${id} | ${title} | \`${error}\` | ${code} | ${evidence.kind} |`
  })
  return [
    '| rule | what holds | `error` | AADSTS | evidence |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
