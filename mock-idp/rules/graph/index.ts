import type { RefusalRule } from '../rule.ts'
import { agentRules } from './agents.ts'
import { blueprintRules } from './blueprints.ts'
import { callerRules } from './callers.ts'
import { directoryCredentialRules } from './credentials.ts'
import { grantRules } from './grants.ts'
import { graphRequestRules } from './requests.ts'

/** What Microsoft Graph refuses: callers first, then requests, then objects. */
export const graphRules: readonly RefusalRule[] = [
  ...callerRules,
  ...graphRequestRules,
  ...blueprintRules,
  ...agentRules,
  ...directoryCredentialRules,
  ...grantRules,
]
