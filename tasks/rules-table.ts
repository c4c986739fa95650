import {
  evidenceKinds,
  isGraphRule,
  isRefusalRule,
  type RefusalRule,
  rules,
} from '../mock-idp/index.ts'

/** What is enforced outside Microsoft Graph, as a Markdown table in the order of enforcement. */
export function rulesTable(): string {
  const rows = rules
    .filter(isRefusalRule)
    .filter((rule) => !isGraphRule(rule))
    .map((rule) => {
      const { id, title, error, aadsts } = rule
      const code = aadsts === undefined ? '' : String(aadsts)
      return `| ${id} | ${title} | \`${error}\` | ${code} | ${evidenceCells(rule)} |`
    })
  return [
    '| rule | what holds | `error` | AADSTS | that it is refused | how |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** What Microsoft Graph refuses on the mock. */
export function graphRulesTable(): string {
  const rows = rules
    .filter(isRefusalRule)
    .filter(isGraphRule)
    .map((rule) => {
      const { id, title, error, status } = rule
      return `| ${id} | ${title} | ${status} | \`${error}\` | ${evidenceCells(rule)} |`
    })
  return [
    '| rule | what holds | status | `error.code` | that it is refused | how |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** Whom an API lets in. */
export function apiRulesTable(): string {
  const rows = rules
    .filter((rule) => rule.kind === 'api')
    .map(
      ({ id, title, severity, evidence }) =>
        `| ${id} | ${title} | ${severity} | ${evidence.kind} |`,
    )
  return ['| rule | what holds | weight | evidence |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
}

/** Every kind of evidence, strongest first. */
export function evidenceTable(): string {
  const rows = Object.entries(evidenceKinds).map(
    ([kind, { meaning, isStrong }]) =>
      `| \`${kind}\` | ${meaning} | ${isStrong ? 'a failure' : 'an observation'} |`,
  )
  return [
    '| evidence | means | on a live tenant, a difference is |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** How it is known that a request is refused, and how that the answer is this one. */
function evidenceCells({ evidence, answerEvidence, assumed = [] }: RefusalRule): string {
  return `${evidence.kind} | ${answerEvidence.kind}${chosen(assumed)}`
}

/** What the source leaves open, so that the mock had to choose it. */
function chosen(assumed: readonly string[]): string {
  const parts = assumed.map((part) => (part === 'aadsts' ? 'number' : part))
  return parts.length === 0 ? '' : `; ${parts.join(' and ')} inferred`
}
