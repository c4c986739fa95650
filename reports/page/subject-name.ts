import type { CheckStatus, SubjectReport } from '../report.ts'

export function subjectName({ name, version }: SubjectReport): string {
  return [name, version].filter((part) => part).join(' ')
}

/** The status whose icon and colour a verdict uses. */
export const verdictStatus: Readonly<Record<SubjectReport['verdict'], CheckStatus>> = {
  conforms: 'passed',
  'fails as expected': 'expected failure',
  'does not conform': 'failed',
  'could not be judged': 'error',
}
