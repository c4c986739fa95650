import type { CheckReport, Story } from './report.ts'

/** Formats a story as plain text: a line that says what is wrong, and the details. */
export function storyText(
  check: CheckReport,
  story: Story,
): readonly [summary: string, details: string] {
  const [first] = story.findings
  const failedStep = story.steps.find(({ status }) => status === 'failed')
  const summary = first?.message ?? story.reason ?? check.reason ?? failedStep?.text ?? check.title
  const findings = story.findings.flatMap(({ message, expected, actual, request, token }) => [
    token === undefined ? message : `${message}, in ${token}`,
    `  expected: ${expected}`,
    `  actual:   ${actual}`,
    ...(request === undefined ? [] : [`  request:  ${request} of ${story.requests.length}`]),
  ])
  const marks = { passed: ' ', failed: '>', skipped: '-' }
  const steps = story.steps.map(
    ({ keyword, text, status }) => `${marks[status]} ${keyword} ${text}`,
  )
  const lines = [`${check.id} (${check.severity}) ${check.title}`, ...findings, ...steps]
  if (story.reason !== undefined) lines.splice(1, 0, story.reason)
  return [summary, lines.join('\n')]
}
