export { type Chaos, createChaos, type Turn } from './chaos.ts'
export { variedWorld } from './varied-world.ts'
export { varyBody } from './vary-body.ts'
