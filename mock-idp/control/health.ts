import type { Context } from 'hono'
import { operation } from './operation.ts'

/** `/_mock/health`: for probes. It says which product answers, so that nobody takes another server for the mock. */
export const healthRoute = [
  operation({
    summary: 'Ask whether the mock answers.',
    description: 'It needs no token, and answers under any host name.',
  }),
  (context: Context) => context.json({ status: 'ok', product: 'agentid-conformance' }),
] as const
