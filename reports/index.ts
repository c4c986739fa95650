export {
  compareReports,
  type ReportComparison,
} from './compare.ts'
export { countStatuses } from './count-statuses.ts'
export { describeComparison } from './describe-comparison.ts'
export { readReport } from './read-report.ts'
export type {
  CheckStatus,
  ConformanceReport,
} from './report.ts'
export { reportFormat } from './report-schema.ts'
export { writeReports } from './write-reports.ts'
