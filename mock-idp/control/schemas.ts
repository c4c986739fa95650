import { z } from 'zod'

/** The bodies that the control API takes. Each is published in the OpenAPI document. */

/** A hundred years, so that every time which a clock can show is one that a calendar has. */
const farthestSeconds = 100 * 365 * 86_400
const shiftSeconds = z.number().min(-farthestSeconds).max(farthestSeconds)

export const clockChange = z
  .strictObject({
    offsetSeconds: shiftSeconds.optional().meta({
      description:
        'Seconds by which the clock of the tenant is ahead of real time. Negative: behind.',
    }),
    advanceSeconds: shiftSeconds.optional().meta({
      description: 'Seconds to add to the time the clock shows.',
    }),
    frozen: z.boolean().optional().meta({ description: 'True: the clock stands still.' }),
  })
  .meta({ description: 'What to change; members left out stay as they are.' })

export const fault = z
  .strictObject({
    leg: z.enum(['t1', 'redemption']).optional().meta({
      description: 'Requests for T1 (with fmi_path), or those that redeem it. Left out: any.',
    }),
    clientId: z.string().optional().meta({ description: 'Only requests of this client.' }),
    fmiPath: z.string().optional().meta({ description: 'Only requests with this fmi_path.' }),
    status: z.int().min(200).max(599).meta({ description: 'HTTP status of the answer.' }),
    headers: z
      .record(z.string(), z.string())
      .refine(areHeaders, { error: 'expected names and values that HTTP headers can have' })
      .optional()
      .meta({ description: 'Headers of the answer, such as Retry-After.' }),
    body: z.string().optional().meta({ description: 'Body of the answer, as it is sent.' }),
    times: z.int().min(1).default(1).meta({
      description: 'How many matching requests it meets before it is gone.',
    }),
  })
  .meta({ description: 'An answer that replaces the real one.' })

export const relaxation = z
  .strictObject({
    relaxedRules: z.array(z.string()).meta({
      description:
        'Ids of the inferred rules that the tenant does without; all others are enforced.',
    }),
  })
  .meta({ description: 'Which inferred rules the tenant does without.' })

function areHeaders(headers: Record<string, string>): boolean {
  try {
    return new Headers(headers) !== undefined
  } catch {
    return false
  }
}
