/**
 * The target cannot show this. The scenario is reported as skipped, with the reason, and counted.
 *
 * @example `throw new NotTestable('AGENTID_OTHER_AGENT_ID is not set')`
 */
export class NotTestable extends Error {
  override readonly name = 'NotTestable'
}
