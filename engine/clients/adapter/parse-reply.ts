import type { z } from 'zod'
import { type AdapterOperation, type AdapterReply, adapterReplies } from './protocol.ts'

/** Validates a reply. The message about an invalid one quotes no value of the reply. */
export function parseReply<Operation extends AdapterOperation>(
  operation: Operation,
  value: unknown,
): { readonly reply: AdapterReply<Operation> } | { readonly wrong: string } {
  const schema: z.ZodType = adapterReplies[operation]
  const parsed = schema.safeParse(value)
  if (!parsed.success) return { wrong: describeIssues(parsed.error.issues) }
  return { reply: parsed.data as AdapterReply<Operation> }
}

/** Names the invalid members and what was expected of them. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .map(({ path, message }) => `${path.length ? path.join('.') : 'the reply'}: ${message}`)
    .join('; ')
}
