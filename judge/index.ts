export type { Answered, Evidence } from './evidence.ts'
export type { Finding, Severity } from './finding.ts'
export { judge } from './judge.ts'
export { legOf } from './request.ts'
