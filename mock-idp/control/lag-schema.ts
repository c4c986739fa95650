import { z } from 'zod'

const lag = z
  .strictObject({
    requests: z.int().min(0).max(1000).optional().meta({
      description: 'Number of its own requests that do not see a change.',
    }),
    ms: z.int().min(0).max(86_400_000).optional().meta({
      description: 'Milliseconds on the clock of the tenant during which a change is not seen.',
    }),
  })
  .meta({
    description: 'How long a change stays invisible. With both members: until both have passed.',
  })

export const lagChange = z
  .strictObject({
    read: lag.optional().meta({ description: 'Lag of reads through Microsoft Graph.' }),
    write: lag.optional().meta({ description: 'Lag of writes through Microsoft Graph.' }),
    sts: lag.optional().meta({ description: 'Lag of the token endpoint.' }),
  })
  .meta({
    description:
      'How late each part of the tenant sees changes made through Microsoft Graph; initially at once. Omitted members stay as they are.',
  })
