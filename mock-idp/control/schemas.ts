import { z } from 'zod'

/** The bodies that the control API takes. Each is published in the OpenAPI document. */

/** A hundred years, so that every time which a clock can show is one that a calendar has. */
const farthestSeconds = 100 * 365 * 86_400
const shiftSeconds = z.number().min(-farthestSeconds).max(farthestSeconds)
const lifetimeSeconds = z.int().min(-farthestSeconds).max(farthestSeconds)

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

export const lifetimesChange = z
  .strictObject({
    t1Seconds: lifetimeSeconds.optional().meta({ description: 'How long T1 holds.' }),
    agentTokenSeconds: lifetimeSeconds.optional().meta({
      description:
        'How long every other token of the token endpoint holds: of agent identities, blueprints and applications.',
    }),
  })
  .meta({
    description:
      'Seconds from the time of issue, 3600 at first; negative: expired already. Members left out stay as they are.',
  })

export const chaosChange = z
  .strictObject({
    seed: z.int().nullable().meta({
      description: 'The same seed varies the same requests in the same way. Null: nothing varies.',
    }),
  })
  .meta({
    description:
      'Varies what a client must not depend on in token answers and discovery documents: the order of members, unknown members, the prose of error_description, lifetimes that are not set, key ids.',
  })

export const relaxation = z
  .strictObject({
    relaxedRules: z.array(z.string()).meta({
      description:
        'Ids of the inferred rules that the tenant does without; all others are enforced.',
    }),
  })
  .meta({ description: 'Which inferred rules the tenant does without.' })

const lag = z
  .strictObject({
    requests: z.int().min(0).max(1000).optional().meta({
      description: 'How many requests of its own do not see a change.',
    }),
    ms: z.int().min(0).max(86_400_000).optional().meta({
      description: 'Milliseconds on the clock of the tenant during which a change is not seen.',
    }),
  })
  .meta({ description: 'How long a change is not seen; both together: until both are over.' })

export const lagChange = z
  .strictObject({
    read: lag.optional().meta({ description: 'By reads of Microsoft Graph.' }),
    write: lag.optional().meta({ description: 'By writes of Microsoft Graph.' }),
    sts: lag.optional().meta({ description: 'By the token endpoint.' }),
  })
  .meta({
    description:
      'How late each part of the tenant sees changes made through Microsoft Graph; nothing at first. Members left out stay as they are.',
  })

export const graphTokenRequest = z
  .strictObject({
    userId: z.guid().optional().meta({
      description: 'Object id of the user. Left out: the first administrator of agents.',
    }),
    scopes: z.array(z.string().min(1)).optional().meta({
      description: 'Left out: all that provisioning needs.',
    }),
    clientId: z.guid().optional().meta({
      description: 'Client id of a principal: the token is its own, without a user.',
    }),
    roles: z.array(z.string().min(1)).optional().meta({
      description: 'Roles of a token without a user. Left out: none.',
    }),
    issuerTenantId: z.guid().optional().meta({
      description:
        'The tenant that the issuer names, for a token that is refused. Left out: its own.',
    }),
    lifetimeSeconds: lifetimeSeconds.optional().meta({
      description: 'Seconds from now; negative: expired already. Left out: ten years.',
    }),
  })
  .meta({ description: 'Whose token for Microsoft Graph, and with which permissions.' })
