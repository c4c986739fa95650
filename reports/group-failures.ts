import type { CheckReport, CheckStatus, Story } from './report.ts'

/** One fault, wherever it showed. */
export type FailureGroup = {
  /** Ids of the rules that it breaks. */
  readonly rules: readonly string[]
  /** What is wrong, as a sentence. */
  readonly message: string
  /** Of the first story. */
  readonly expected: string
  readonly actual: string
  /** The kinds of token in which it showed, if it is about tokens. */
  readonly tokens: readonly string[]
  /** The scenarios in which it showed, each once. */
  readonly stories: readonly Story[]
}

type Failure = {
  readonly rule: string
  readonly story: Story
  readonly finding: Pick<Story['findings'][number], 'message' | 'expected' | 'actual' | 'token'>
}

/** Broken rules by fault: a claim that is wrong in every token is one fault, not one for each scenario. */
export function groupFailures(
  checks: readonly CheckReport[],
  status: CheckStatus = 'failed',
): readonly FailureGroup[] {
  const groups = new Map<string, Failure[]>()
  for (const failure of checks.flatMap((check) => failuresOf(check, status))) {
    const key = keyOf(failure)
    groups.set(key, [...(groups.get(key) ?? []), failure])
  }
  return [...groups.values()].flatMap((failures) => {
    const [first] = failures
    return first ? [groupOf(first, failures)] : []
  })
}

function failuresOf({ id, stories }: CheckReport, status: CheckStatus): readonly Failure[] {
  return stories
    .filter((story) => story.status === status)
    .map((story) => {
      const [finding = { message: story.reason ?? story.title, expected: '', actual: '' }] =
        story.findings
      return { rule: id, story, finding }
    })
}

/** Every token has other values: what counts is which claim is wrong, and whether it is there. */
function keyOf({ rule, finding }: Failure): string {
  const { message, expected, actual, token } = finding
  if (token === undefined) return JSON.stringify([rule, message, expected, actual])
  return JSON.stringify([message, expected === 'absent', actual === 'absent'])
}

function groupOf({ finding }: Failure, failures: readonly Failure[]): FailureGroup {
  const { message, expected, actual } = finding
  const stories = new Map(failures.map(({ story }) => [`${story.file}:${story.line}`, story]))
  return {
    rules: distinct(failures.map(({ rule }) => rule)),
    message,
    expected,
    actual,
    tokens: distinct(failures.flatMap(({ finding: { token } }) => token ?? [])),
    stories: [...stories.values()],
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
