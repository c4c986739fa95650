import { z } from 'zod'
import { farthestSeconds } from './farthest-seconds.ts'

const shiftSeconds = z.number().min(-farthestSeconds).max(farthestSeconds)

export const clockChange = z
  .strictObject({
    offsetSeconds: shiftSeconds.optional().meta({
      description: 'Seconds that the clock of the tenant is ahead of real time. Negative: behind.',
    }),
    advanceSeconds: shiftSeconds.optional().meta({
      description: 'Seconds to add to the time the clock shows.',
    }),
    frozen: z.boolean().optional().meta({ description: 'True stops the clock.' }),
  })
  .meta({ description: 'The changes; omitted members stay as they are.' })
