export { laggingWorld } from './lagging-world.ts'
export { createTenantLag, type TenantLag } from './tenant-lag.ts'
