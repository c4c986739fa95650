import type { TargetSettings } from './target-settings.ts'

/** Against whom to sign in. */
export type SignInTarget = Pick<TargetSettings, 'graphResource' | 'authorityHost'> & {
  readonly tenantId: string | undefined
  /** Certificates to trust besides the public ones, PEM. */
  readonly certificateAuthority: string | undefined
}
