export { findLeak, type Leak } from './find-leak.ts'
