import type { ToolRule } from './rule.ts'

function tool(id: string, title: string): ToolRule {
  return { kind: 'tool', id, title }
}

/** What this test tool promises of itself. Microsoft Entra has no part in these. */
export const toolRules: readonly ToolRule[] = [
  tool('TOOL-SANDBOX', 'A tenant knows nothing of another tenant'),
  tool('TOOL-CLOCK', 'Every check of time follows the clock of the tenant'),
  tool('TOOL-JOURNAL', 'The journal tells what was decided and hides every secret'),
  tool('TOOL-RELAX', 'An inferred rule can be relaxed for one tenant'),
  tool('TOOL-RESET', 'A reset brings a tenant back to its beginning'),
  tool('TOOL-RULE', 'A refusal names the rule that was broken'),
  tool('TOOL-FAULT', 'A fault meets the requests it is for, as often as it was told'),
  tool('TOOL-CHANGE', 'A changed answer holds a token that was really issued'),
  tool('TOOL-REFUSE', 'A refusal of the catalogue is answered when a test asks for it'),
  tool('TOOL-CONNECTION', 'A connection ends early when a test asks for it'),
  tool('TOOL-LIFETIME', 'A token holds for as long as its tenant was told'),
  tool('TOOL-CHAOS', 'Chaos varies only what no client may depend on'),
  tool('TOOL-LAG', 'A change becomes known as late as its tenant was told'),
  tool('TOOL-PERMISSIONS', 'A test chooses the permissions of its token for the directory'),
  tool('TOOL-NONCE', 'A resource can have tokens that only it can verify'),
]
