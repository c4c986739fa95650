import type { ClientRule } from '../rule.ts'
import { credentialRules } from './credentials.ts'
import { failureRules } from './failures.ts'
import { requestRules } from './requests.ts'
import { tokenRules } from './tokens.ts'

/** What a client does and does not do, judged by the requests that reach the identity provider. */
export const clientRules: readonly ClientRule[] = [
  ...requestRules,
  ...credentialRules,
  ...tokenRules,
  ...failureRules,
]
