import { z } from 'zod'

/** What a client can do. What is not declared is not asked for, and reported as skipped. */
export const capabilities = z
  .looseObject({
    flows: z
      .array(z.enum(['autonomous', 'agentUser', 'obo']))
      .default(['autonomous'])
      .meta({ description: 'Flows of which the client can do every step.' }),
    credentials: z
      .array(
        z.enum([
          'secret',
          'certificate',
          'assertionFile',
          'managedIdentity:appService',
          'managedIdentity:imds',
        ]),
      )
      .default(['secret'])
      .meta({ description: 'How the client can prove that it is the blueprint.' }),
    redirect: z
      .array(z.enum(['authority', 'metadata', 'impersonate']))
      .min(1)
      .default(['authority'])
      .meta({
        description:
          'How the client is led to the mock; the first is taken. authority: its own setting. metadata: the endpoints are given to it, and may be plain http. impersonate: it asks login.microsoftonline.com, and the environment of the process leads it to the mock.',
      }),
    schemes: z
      .array(z.enum(['https', 'http']))
      .min(1)
      .default(['https'])
      .meta({
        description: 'Schemes of an authority that the client accepts; https is preferred.',
      }),
    clouds: z
      .array(z.enum(['public', 'usGovernment', 'china']))
      .default(['public'])
      .meta({ description: 'Clouds whose exchange audience the client knows.' }),
    tenantPerCall: z.boolean().default(false).meta({
      description: 'acquire may name another tenant than configure.',
    }),
    forceRefresh: z.boolean().default(false).meta({
      description: 'acquire may demand a new token.',
    }),
    cache: z
      .looseObject({
        enabled: z.boolean().meta({ description: 'Whether it keeps tokens from call to call.' }),
        skewSeconds: z.number().nonnegative().default(300).meta({
          description: 'A token with less than this left is not served from the cache.',
        }),
        singleFlight: z.boolean().default(false).meta({
          description: 'Simultaneous calls for the same token share one request.',
        }),
      })
      .default({ enabled: false, skewSeconds: 300, singleFlight: false }),
    retry: z
      .looseObject({
        policy: z.enum(['none', 'client', 'caller']).default('none').meta({
          description:
            'client: it tries again by itself. caller, none: it reports the failure, and the next call may succeed.',
        }),
      })
      .default({ policy: 'none' }),
    errorFields: z
      .array(z.enum(['code', 'status', 'aadsts', 'correlationId']))
      .default([])
      .meta({ description: 'What the errors of the client tell of a refusal.' }),
    checksToken: z.boolean().default(false).meta({
      description:
        'The client compares the token it got with the agent identity it was asked for, and refuses another.',
    }),
    parallel: z.boolean().default(true).meta({
      description: 'Several copies of the adapter may run side by side.',
    }),
  })
  .meta({ description: 'What a client can do. What is left out is not asked for.' })

export type Capabilities = z.output<typeof capabilities>
