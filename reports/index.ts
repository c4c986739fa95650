export {
  compareReports,
  type ReportComparison,
  type RuleChange,
  type SubjectComparison,
} from './compare.ts'
export { countStatuses } from './count-statuses.ts'
export { describeComparison } from './describe-comparison.ts'
export { readReport } from './read-report.ts'
export type {
  CheckReport,
  CheckStatus,
  ConformanceReport,
  Story,
  StoryStep,
  SubjectReport,
} from './report.ts'
export { ReportError } from './report-error.ts'
export { reportFormat } from './report-schema.ts'
export { type WriteReportsOptions, writeReports } from './write-reports.ts'
