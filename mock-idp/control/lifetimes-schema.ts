import { z } from 'zod'
import { farthestSeconds } from './farthest-seconds.ts'

const lifetimeSeconds = z.int().min(-farthestSeconds).max(farthestSeconds)

export const lifetimesChange = z
  .strictObject({
    t1Seconds: lifetimeSeconds.optional().meta({ description: 'Lifetime of T1.' }),
    agentTokenSeconds: lifetimeSeconds.optional().meta({
      description:
        'Lifetime of every other token of the token endpoint: for agent identities, blueprints and applications.',
    }),
    userTokenSeconds: lifetimeSeconds.optional().meta({
      description:
        'Lifetime of tokens about users, on behalf of a person or of an agent user. Default: that of other tokens if you set it, and else 60 to 90 minutes at random. On behalf of a person, the token of the person limits it.',
    }),
    refreshTokenSeconds: lifetimeSeconds.optional().meta({
      description: 'How long a refresh token serves that is not used, initially 90 days.',
    }),
  })
  .meta({
    description:
      'Seconds from the time of issue, initially 3600; negative: already expired. Omitted members stay as they are.',
  })
