export { openSidePort } from './open-side-port.ts'
export { openPlainTrap, openTlsTrap, type Trap } from './open-trap.ts'
export type { CertificateFault } from './server-certificates.ts'
