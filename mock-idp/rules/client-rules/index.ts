import type { ClientRule } from '../rule.ts'
import { agentUserRules } from './agent-users.ts'
import { contactRules } from './contacts.ts'
import { credentialRules } from './credentials.ts'
import { failureRules } from './failures.ts'
import { onBehalfOfRules } from './on-behalf-of.ts'
import { peopleRules } from './people.ts'
import { renewalRules } from './renewals.ts'
import { requestRules } from './requests.ts'
import { successRules } from './successes.ts'
import { tokenRules } from './tokens.ts'

/** What a client does and does not do, judged by the requests that reach the identity provider. */
export const clientRules: readonly ClientRule[] = [
  ...requestRules,
  ...credentialRules,
  ...tokenRules,
  ...failureRules,
  ...contactRules,
  ...renewalRules,
  ...successRules,
  ...onBehalfOfRules,
  ...agentUserRules,
  ...peopleRules,
]
