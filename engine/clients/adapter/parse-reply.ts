import type { z } from 'zod'
import { type AdapterOperation, type AdapterReply, adapterReplies } from './protocol.ts'

/** The reply as the protocol has it, or what is wrong with it. No value of the reply is quoted. */
export function parseReply<Operation extends AdapterOperation>(
  operation: Operation,
  value: unknown,
): { readonly reply: AdapterReply<Operation> } | { readonly wrong: string } {
  const schema: z.ZodType = adapterReplies[operation]
  const parsed = schema.safeParse(value)
  if (!parsed.success) return { wrong: describeIssues(parsed.error.issues) }
  return { reply: parsed.data as AdapterReply<Operation> }
}

/** Which members are wrong, and what was expected. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .map(({ path, message }) => `${path.length ? path.join('.') : 'the reply'}: ${message}`)
    .join('; ')
}
