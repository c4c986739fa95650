export { findLeak } from './find-leak.ts'
