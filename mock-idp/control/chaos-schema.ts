import { z } from 'zod'

export const chaosChange = z
  .strictObject({
    seed: z.int().nullable().meta({
      description:
        'The same seed varies the same requests in the same way. Null turns variation off.',
    }),
  })
  .meta({
    description:
      'Varies details of token answers and discovery documents that a client must not depend on: the order of members, unknown members, the prose of error_description, lifetimes that are not set, key ids.',
  })
