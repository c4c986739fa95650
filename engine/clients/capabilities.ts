import { z } from 'zod'

/** What a client can do. Scenarios that need more are skipped and reported as such. */
export const capabilities = z
  .looseObject({
    flows: z
      .array(z.enum(['autonomous', 'agentUser', 'obo']))
      .default(['autonomous'])
      .meta({
        description:
          'The flows that the client supports from start to end. Scenarios of other flows are skipped.',
      }),
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
      .meta({
        description: 'The credentials with which the client can authenticate as the blueprint.',
      }),
    redirect: z
      .array(z.enum(['authority', 'metadata', 'impersonate']))
      .min(1)
      .default(['authority'])
      .meta({
        description:
          'How the client reaches the mock, in order of preference; the first possible one is used. authority: you set its authority. metadata: you give it the endpoints, which may be plain http. impersonate: it sends requests to login.microsoftonline.com, and the environment of the process redirects them to the mock.',
      }),
    schemes: z
      .array(z.enum(['https', 'http']))
      .min(1)
      .default(['https'])
      .meta({
        description:
          'The URL schemes that the client accepts for an authority; https is preferred.',
      }),
    clouds: z
      .array(z.enum(['public', 'usGovernment', 'china']))
      .default(['public'])
      .meta({ description: 'The clouds whose exchange audience the client knows.' }),
    tenantPerCall: z.boolean().default(false).meta({
      description: 'Whether acquire may name a different tenant than configure.',
    }),
    forceRefresh: z.boolean().default(false).meta({
      description: 'Whether acquire may demand a new token of the agent identity.',
    }),
    userIds: z
      .array(z.enum(['oid', 'upn']))
      .min(1)
      .default(['oid', 'upn'])
      .meta({ description: 'How acquire may name an agent user: by object id, by UPN.' }),
    claims: z.boolean().default(false).meta({
      description: 'Whether acquire may pass on the claims of a challenge.',
    }),
    cache: z
      .looseObject({
        enabled: z
          .boolean()
          .meta({ description: 'Whether the client caches tokens between calls.' }),
        skewSeconds: z.number().nonnegative().default(300).meta({
          description:
            'The client does not hand out a cached token with less remaining lifetime than this. It says nothing of T1.',
        }),
        singleFlight: z.boolean().default(false).meta({
          description: 'Whether simultaneous calls for the same token share one request.',
        }),
      })
      .default({ enabled: false, skewSeconds: 300, singleFlight: false }),
    retry: z
      .looseObject({
        policy: z.enum(['none', 'client', 'caller']).default('none').meta({
          description:
            'client: it retries by itself within a call. caller, none (treated alike): it reports the failure, and the next call may succeed.',
        }),
      })
      .default({ policy: 'none' }),
    errorFields: z
      .array(z.enum(['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims']))
      .default([])
      .meta({ description: 'The facts about a refusal that the errors of the client carry.' }),
    severalScopes: z.boolean().default(false).meta({
      description:
        'Whether the client takes all of the scopes that acquire names, not only the first.',
    }),
    checksToken: z.boolean().default(false).meta({
      description:
        'Whether the client refuses a token that was issued for a different agent identity than requested.',
    }),
    parallel: z.boolean().default(true).meta({
      description: 'Whether several copies of the adapter may run side by side.',
    }),
  })
  .meta({
    description: 'What the client can do. Scenarios that need anything left out are skipped.',
  })

export type Capabilities = z.output<typeof capabilities>
