import type { ToolRule } from './rule.ts'

function tool(id: string, title: string): ToolRule {
  return { kind: 'tool', id, title }
}

/** What this test tool promises of itself. Microsoft Entra has no part in these. */
export const toolRules: readonly ToolRule[] = [
  tool('TOOL-SANDBOX', 'Tenants are isolated from each other'),
  tool('TOOL-CLOCK', 'Every check of time follows the clock of the tenant'),
  tool('TOOL-JOURNAL', 'The journal records every decision and hides every secret'),
  tool('TOOL-RELAX', 'A tenant can relax an inferred rule'),
  tool('TOOL-RESET', 'A reset restores the initial state of a tenant'),
  tool('TOOL-RULE', 'A refusal names the broken rule'),
  tool('TOOL-FAULT', 'A fault applies to the requests it is for, as often as the test says'),
  tool('TOOL-CHANGE', 'A changed answer contains a token that the mock really issued'),
  tool('TOOL-REFUSE', 'A test can make the mock answer with a refusal of the catalogue'),
  tool('TOOL-CONNECTION', 'A test can make a connection end early'),
  tool('TOOL-LIFETIME', 'A test sets how long the tokens of a tenant are valid'),
  tool('TOOL-CHAOS', 'Chaos varies only what no client may depend on'),
  tool('TOOL-LAG', 'A test sets how late a change becomes visible'),
  tool('TOOL-PERMISSIONS', 'A test chooses the permissions of its directory token'),
  tool('TOOL-ACCESS-POLICY', 'A test adds and removes policies of Conditional Access'),
  tool('TOOL-NONCE', 'A resource can have tokens that only it can verify'),
]
