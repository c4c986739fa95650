export { laggingWorld } from './lagging-world.ts'
export { createTenantLag, type Lag, type Lags, type TenantLag, type Viewer } from './tenant-lag.ts'
