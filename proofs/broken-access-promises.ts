import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { changedBody } from './broken-answers.ts'
import { underPolicies } from './policies-of-a-request.ts'
import { tokenPath } from './published-paths.ts'
import { said } from './token-kinds.ts'
import { atTokenEndpoint, refused } from './token-requests.ts'

/** A break of each promise about Conditional Access, claims and the parameter resource. */
export const brokenAccessPromises: Readonly<Record<string, InProcessOptions>> = {
  'TOKEN-CAPABILITY': said(
    ({ xms_cc }) => xms_cc !== undefined,
    () => ({ xms_cc: undefined }),
  ),
  'TOKEN-CAPABILITY-LIFETIME': said(
    ({ xms_cc }) => xms_cc !== undefined,
    ({ iat }) => ({ exp: Number(iat) + 3900 }),
  ),
  'TOKEN-STEP-UP': said(
    ({ acrs }) => acrs !== undefined,
    () => ({ acrs: undefined }),
  ),
  'CONSENT-CHALLENGE': changedBody(tokenPath, 400, ({ claims: _, ...body }) => body),
  'ACCESS-POLICY-SCOPE': underPolicies((policies) =>
    policies.map((one) => ({ ...one, principals: [] })),
  ),
  'RESOURCE-PARAMETER-IGNORED': atTokenEndpoint(async (asked, pass) =>
    asked.form.get('resource') ? refused(asked, 'invalid_target', 9010010, 400) : pass(),
  ),
}
